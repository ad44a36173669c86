import { type ActResult, actOnIdea } from '../../../app/idea/act-on-idea.js';
import { followIdea } from '../../../app/idea/follow-idea.js';
import { answerMerge as answersMerge, mergeIdea } from '../../../app/idea/merge-idea.js';
import { takeBackReaction } from '../../../app/idea/record/reactions.js';
import { reportWords } from '../../../app/idea/report-words.js';
import { keptOf, requestOf } from '../../../cards/idea/actions/request.js';
import { type FormValues, type PanelName, panelAfter, panelFor } from '../../../cards/idea/actions/tables.js';
import { beganWith } from '../../../cards/idea/ending/openings.js';
import { ideaCard } from '../../../cards/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { parseIdeaId } from '../../../domain/ids.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';
import { outcomeCard, shownIn } from './idea-outcomes.js';
import { pageOf } from './idea-pages.js';
import { walkOn } from './idea-parts.js';

/** A button on an idea card that does something: the card turns into the outcome, or into the present state with why not. */
export const act = async (turn: Turn, press: VerbData<'act'>): Promise<Answer> => {
  const data = beganWith(turn.context.t, press);
  const { do: type } = data;
  if (type === 'report') return report(turn, data);
  const outcome = await actOnIdea(turn.deps, turn.person, { ...requestOf(data), ...shownIn(turn) });
  if (outcome.ok && type === 'fill') return walkOn(turn, data, outcome);
  if (outcome.ok && type === 'readHidden') return disclosed(turn, data, outcome);
  // Without its form: on the card of a week.
  if (outcome.ok && type === 'thank' && !data.inForm) return thanked(turn);
  return answerTo(turn, outcome, data);
};

/** "Är det här ditt svar …?": a typed message that turned out to be an answer, a comment, or a line on how the work goes. */
export const answerTyped = async (turn: Turn, data: VerbData<'answerTyped'>): Promise<Answer> => {
  const { text, ...press } = data;
  switch (data.about) {
    case 'comment':
      return act(turn, { ...press, do: 'comment', comment: text });
    case 'progress':
      return act(turn, { ...press, do: 'reportProgress', progress: text });
    case 'money': {
      // Money is decided on in its form, in which the words and the sum stand already.
      const { way = 'grant', amount } = data;
      const { [way]: kept } = {
        grant: { amount, reason: text },
        ask: { question: text },
        declineMoney: { reason: text },
      };
      return panelAgain(turn, data, way, defined(kept));
    }
    default:
      return act(turn, { ...press, do: 'answer', answer: text });
  }
};

export const merge = async (turn: Turn, data: VerbData<'merge'>): Promise<Answer> => {
  const { idea: id, idempotencyKey, reason, chosen } = data;
  // What is written goes before what is chosen.
  const into = parseIdeaId(data.into?.trim() || (chosen ?? '')) ?? '';
  const words = reason ? { reason } : {};
  const outcome = await mergeIdea(turn.deps, turn.person, {
    id,
    idempotencyKey,
    decisionVersion: data.decisionVersion,
    into,
    words,
    ...shownIn(turn),
  });
  return answerWith(turn, outcome, data, 'merge', mergeKept(data));
};

export const answerMerge = async (turn: Turn, data: VerbData<'answerMerge'>): Promise<Answer> => {
  const { idea: id, idempotencyKey, yes } = data;
  return outcomeCard(
    turn,
    await answersMerge(turn.deps, turn.person, {
      id,
      idempotencyKey,
      decisionVersion: data.decisionVersion,
      yes,
      ...shownIn(turn),
    }),
  );
};

export const follow = async (turn: Turn, { idea, on }: VerbData<'follow'>): Promise<Answer> => {
  const done = await followIdea(turn.deps, turn.person, idea, on);
  if (done) turn.stored();
  const view = done && (await pageOf(turn, idea));
  return view ? here(ideaCard(turn.context, view)) : tell(turn.context.t('refusal.notFound'));
};

/** They have the problem no more: the card asks again whether they do. */
export const takeBackNeed = async (turn: Turn, { idea }: VerbData<'takeBackNeed'>): Promise<Answer> => {
  const done = await takeBackReaction(turn.deps, turn.person, idea, 'need');
  if (done) turn.stored();
  const view = done && (await pageOf(turn, idea));
  return view ? here(ideaCard(turn.context, view)) : tell(turn.context.t('refusal.notFound'));
};

/** "Säg till om texten": what the reader is told is the same whether somebody has said it before them or not. */
async function report(turn: Turn, data: VerbData<'act'>): Promise<Answer> {
  const { idea: id, idempotencyKey, reason } = data;
  const words = reason ? { reason } : {};
  const reported = await reportWords(turn.deps, turn.person, { id, idempotencyKey, words, ...shownIn(turn) });
  if (reported.kind === 'told') return answerTo(turn, reported.result, data);
  return tell(turn.context.t(`report.${reported.kind}`));
}

/** What is out of sight, to somebody of whom the record now says that they have read it; it stands there until the card is drawn anew. */
async function disclosed(turn: Turn, data: VerbData<'act'>, { event }: ActResult & { ok: true }): Promise<Answer> {
  turn.changed();
  const { open: panel, part } = data;
  const view = await pageOf(turn, data.idea, { panel, part, disclosed: true });
  if (!view) return tell(turn.context.t('refusal.notFound'));
  return here(ideaCard(turn.context, { ...view, happened: { event, as: 'actor' } }));
}

/** A thank-you changes nothing on the card that it was pressed on, which may be a week's. */
function thanked(turn: Turn): Answer {
  turn.changed();
  return tell(turn.context.t('notice.thanked.actor'));
}

/** What the person can mend in the panel that they have open; for everything else the card shows the present state. */
const mendable: ReadonlySet<string> = new Set([
  'wordsMissing',
  'wordsTooLong',
  'dateNotAhead',
  'dateFarOff',
  'dateAhead',
  'testDatePassed',
  'usedMore',
  'endBeforeStart',
  'badAmount',
  'badHours',
  'badLink',
  'badDate',
  'badChoice',
  'amountTooLarge',
  'hoursTooMany',
  'unknownColleague',
  'unknownDepartment',
  'unknownChannel',
  'unknownIdea',
  'sameDepartment',
  'sameIdea',
  'noDepartment',
  'tooManyEffects',
  'tooManyGoals',
  'tooManySame',
  'cannotBeAsked',
  'tooManyTogether',
]);

const answerTo = async (turn: Turn, outcome: ActResult, data: VerbData<'act'>): Promise<Answer> => {
  const then = outcome.ok ? panelAfter(data, outcome.view.idea) : undefined;
  if (then) return outcomeCard(turn, outcome, undefined, then);
  return answerWith(turn, outcome, data, panelFor(data.do), keptOf(data));
};

async function answerWith(
  turn: Turn,
  outcome: ActResult,
  data: PressedPanel,
  panel: PanelName | undefined,
  kept: FormValues,
): Promise<Answer> {
  if (outcome.ok || !mendable.has(outcome.refusal.code)) return outcomeCard(turn, outcome, kept);
  return panelAgain(turn, data, panel, kept, outcome.refusal);
}

/** The idea of a press, and what of it is open. */
type PressedPanel = { idea: string } & Partial<Pick<VerbData<'act'>, 'part' | 'department' | 'said'>>;

/** The idea card with the panel open in which something was written, and with what was. */
export async function panelAgain(
  turn: Turn,
  { idea, part, department, said }: PressedPanel,
  panel: PanelName | undefined,
  kept: FormValues,
  fault?: Refusal,
): Promise<Answer> {
  const view = await pageOf(turn, idea, { panel, part, department, said });
  if (!view) return tell(turn.context.t('refusal.notFound'));
  return here(fitted(kept, (written) => ideaCard(turn.context, { ...view, ...(fault && { fault }), kept: written })));
}

/** The panel of a press that is not carried out yet. */
export const actAgain = (turn: Turn, data: VerbData<'act'>, fault?: Refusal): Promise<Answer> =>
  panelAgain(turn, data, panelFor(data.do), keptOf(data), fault);

export const mergeAgain = (turn: Turn, data: VerbData<'merge'>, fault?: Refusal): Promise<Answer> =>
  panelAgain(turn, data, 'merge', mergeKept(data), fault);

const mergeKept = ({ into, chosen, reason }: VerbData<'merge'>) => defined({ into, chosen, reason });

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
