import { actOnSeveral } from '../../../app/idea/lists/act-on-several.js';
import {
  type ChosenIdeas,
  chooseSeveral,
  MOST_TOGETHER,
  stillChosen,
  type ToChoose,
} from '../../../app/idea/lists/choose-several.js';
import { myTurn } from '../../../app/idea/lists/my-turn.js';
import type { PileName } from '../../../app/idea/lists/pile.js';
import { choosePile, pilesOrTurn } from '../../../app/idea/lists/piles.js';
import { requestOf } from '../../../cards/idea/actions/request.js';
import { beganWith, phrasesOf } from '../../../cards/idea/ending/openings.js';
import { type LinesPressed, linesIn, pressedLines, reasonFor, tooLong } from '../../../cards/idea/ending/own-lines.js';
import { myTurn as myTurnCard } from '../../../cards/idea/lists/my-turn.js';
import { unitManager } from '../../../cards/idea/lists/pile-proposal.js';
import { piles as pilesCard } from '../../../cards/idea/lists/piles.js';
import { closing, several as severalCard } from '../../../cards/idea/lists/several.js';
import type { SeveralDone } from '../../../cards/idea/lists/several-done.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Refusal } from '../../../domain/idea/decide.js';
import { openDay } from '../../../domain/organisation/calendar/calendar.js';
import type { Result } from '../../../domain/result.js';
import { addDays, type Day } from '../../../domain/time.js';
import type { Answer } from '../../turns/answer.js';
import { here } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

type Selection = Pick<
  VerbData<'queue'>,
  | 'filter'
  | 'page'
  | 'ideas'
  | 'chosen'
  | 'reason'
  | 'opening'
  | 'department'
  | 'pile'
  | 'obstacleKind'
  | 'obstacleLine'
> &
  LinesPressed;

/** A page to choose from, with all that has been chosen and written on this page and others. */
export async function choosing(turn: Turn, data: Selection, refusal?: string): Promise<Answer> {
  const pile = data.pile && (await choosePile(turn.deps, turn.person, data.pile, data.page));
  const { filter = 'all', page } = data;
  return chosenFrom(turn, pile ?? (await chooseSeveral(turn.deps, turn.person, filter, data.pile ? 0 : page)), data, {
    refusal,
  });
}

/** The page with what has been chosen and written so far, and with what has just been done with others. */
function chosenFrom(
  turn: Turn,
  view: ToChoose,
  data: Selection,
  { refusal, outcome }: { refusal?: string | undefined; outcome?: SeveralDone },
): Answer {
  const { reason, opening, department, pile, obstacleKind, obstacleLine } = data;
  const all = namedIn(data);
  const tooMany =
    all.length > MOST_TOGETHER ? turn.context.t('queue.several.most', { count: MOST_TOGETHER }) : undefined;
  // What a pile proposes stands chosen until somebody has chosen.
  const isProposal = pile !== undefined && all.length === 0 && refusal === undefined;
  const chosen = isProposal ? undefined : all.slice(0, MOST_TOGETHER).join(',');
  const lines = pressedLines(linesIn(data), [...linesIn(data).keys()]);
  const hinders = { obstacleKind, obstacleLine };
  const written = { chosen, reason, opening, department, refusal: refusal ?? tooMany, ...lines, ...hinders };
  return here(
    fitted(written, (kept) => severalCard(turn.context, view, kept, { phrases: phrasesOf(turn.person), outcome })),
  );
}

/** What was chosen and written, again, with why nothing came of it: where the question had been asked already, that. */
export const choosingAgain = async (
  turn: Turn,
  data: Selection & Partial<VerbData<'several'>>,
  fault?: Refusal,
): Promise<Answer> => {
  const refusal = fault && refusalText(turn.context.t, fault);
  const { idempotencyKey, confirmed } = data;
  const asked = confirmed && idempotencyKey && (await asking(turn, { ...data, idempotencyKey }, refusal));
  return asked || choosing(turn, data, refusal);
};

/** Whether those that were chosen are to be closed, with what is said to all and to each; undefined where nothing is left to decide. */
async function asking(
  turn: Turn,
  data: Selection & Pick<VerbData<'several'>, 'idempotencyKey' | 'channel'>,
  refusal?: string,
): Promise<Answer | undefined> {
  const { idempotencyKey, filter = 'all', page, department, channel, pile, reason = '' } = data;
  const { obstacleKind, obstacleLine } = data;
  const named = namedIn(data);
  const found = await stillChosen(turn.deps, turn.person, turnsOf(named));
  if (found.ideas.length === 0) return undefined;
  const asked = { idempotencyKey, filter, page, department, channel, pile, chosen: named.join(','), refusal };
  // The fields stand in the order in which the ideas are shown.
  const lines = pressedLines(
    linesIn(data),
    found.ideas.map(({ id }) => id),
  );
  const written = { reason, obstacleKind, obstacleLine, ...lines };
  return here(fitted(written, (kept) => closing(turn.context, { ...found, ...asked, who: turn.person.name, ...kept })));
}

/** What was done with several ideas, and with which: each as it can be chosen then. */
interface DoneTogether {
  outcome: SeveralDone;
  /** What has been named as hindering them. */
  obstacle?: string | undefined;
  ideas: readonly string[];
}

/** One command on several ideas with one reason. To close more than one is asked about first. */
export async function several(turn: Turn, press: VerbData<'several'>): Promise<Answer> {
  const done = await decideTogether(turn, press);
  return 'outcome' in done ? goOn(turn, press.pile, done.outcome) : done;
}

/** What is done by such a press, or what is asked first. `naming`: of what hinders them, once nothing else is wrong with the press. */
export async function decideTogether(
  turn: Turn,
  press: VerbData<'several'>,
  naming?: (chosen: ChosenIdeas) => Promise<Result<{ obstacle: string }, Refusal> | undefined>,
): Promise<DoneTogether | Answer> {
  // How people begin a no says nothing to those whose idea goes on elsewhere.
  const data = press.do === 'close' ? beganWith(turn.context.t, press) : press;
  const named = namedIn(data);
  const missing = missingIn(turn, data, named.length);
  if (missing || named.length > MOST_TOGETHER) return choosing(turn, data, missing);
  const chosen = turnsOf(named);
  const { do: type, reason, department, channel } = data;
  const lines = linesIn(data);
  if (type === 'close' && chosen.size > 1) {
    const fault = tooLong(turn.context.t, reason ?? '', lines);
    // Where nothing is left to decide, the outcome says so.
    const asked = (fault || !data.confirmed) && (await asking(turn, data, fault));
    if (asked) return asked;
  }
  const made = await naming?.(chosen);
  if (made && !made.ok) return choosingAgain(turn, press, made.refusal);
  const obstacle = made?.value.obstacle;
  const sameObstacle = obstacle ?? data.sameObstacle;
  const managers = type === 'doNow' ? await unitManagersOf(turn, [...chosen.keys()]) : undefined;
  const asked = [...chosen].filter(([id]) => managers?.has(id) ?? true);
  // An operation of its own for each idea, the same one every time that this press arrives.
  const requests = asked.map(([id, at]) =>
    requestOf({
      idea: id,
      decisionVersion: at,
      idempotencyKey: `${data.idempotencyKey}${id}`,
      do: type,
      reason: reasonFor(id, reason ?? '', lines),
      department,
      channel,
      sameObstacle,
      ...(managers && { personEmail: managers.get(id), until: doneBy(turn) }),
    }),
  );
  const { done, refused } = await actOnSeveral(turn.deps, turn.person, requests, sameObstacle ? 1 : undefined);
  turn.changed();
  return {
    outcome: { do: type, done: done.length, refused: refused + chosen.size - asked.length },
    ideas: done.map(({ id, decisionVersion }) => `${id}.${decisionVersion}`),
    obstacle,
  };
}

/** The pile or the list that they were chosen from, with what has been done. */
export async function goOn(turn: Turn, pile: PileName | undefined, outcome: SeveralDone): Promise<Answer> {
  // What is left of the pile comes at once: nobody has to open it again.
  const left = pile && (await choosePile(turn.deps, turn.person, pile, 0));
  if (left) return chosenFrom(turn, left, { filter: 'all', page: 0, pile }, { outcome });
  const next = pile
    ? await pilesOrTurn(turn.deps, turn.person)
    : { turn: await myTurn(turn.deps, turn.person, 'all', 0) };
  return here(
    'piles' in next
      ? pilesCard(turn.context, next.piles, outcome)
      : myTurnCard(turn.context, next.turn, turn.person.ref, outcome),
  );
}

/** By whom each of these ideas could be done at once: whoever manages the unit that it comes from. One round trip. */
async function unitManagersOf({ deps, context }: Turn, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await deps.ideas.loadAll(ids);
  return new Map(
    found.flatMap((idea) => {
      const manager = unitManager(context, idea);
      return manager ? [[idea.id, manager.email] as const] : [];
    }),
  );
}

/** By when what is done at once is usually done, on a day when somebody is at work. */
const doneBy = ({ context: { today, settings } }: Turn): Day =>
  openDay(addDays(today, settings.answerDays.doer), settings.calendar);

/** The version at which each was chosen. */
const turnsOf = (named: readonly string[]): ChosenIdeas =>
  new Map(named.map((one) => [one.slice(0, 6), Number(one.slice(7))]));

const IDEA_AT_TURN = /^[0-9A-Z]{6}\.\d{1,9}$/;

/** What has been chosen on any page, each idea once. What was chosen first stands first. */
function namedIn({ ideas = '', chosen = '' }: Pick<Selection, 'ideas' | 'chosen'>): string[] {
  const named = [...chosen.split(','), ...ideas.split(',')].map((value) => value.trim());
  return [
    ...new Map(named.filter((value) => IDEA_AT_TURN.test(value)).map((value) => [value.slice(0, 6), value])).values(),
  ];
}

function missingIn({ context, deps }: Turn, data: VerbData<'several'>, chosen: number): string | undefined {
  if (chosen === 0) return context.t('queue.several.noneChosen');
  const refusal: Refusal | undefined =
    data.do === 'close' && !data.reason?.trim() && !data.channel
      ? { code: 'wordsMissing', field: 'reason' }
      : data.do === 'passOn' && !deps.directory().department(data.department ?? '')
        ? { code: 'unknownDepartment' }
        : undefined;
  return refusal && refusalText(context.t, refusal, [{ id: 'reason', label: context.t('queue.several.reason') }]);
}
