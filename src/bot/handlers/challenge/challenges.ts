import { actOnChallenge } from '../../../app/challenge/act-on-challenge.js';
import { answersPage } from '../../../app/challenge/answers.js';
import { type ChallengeView, openChallenge } from '../../../app/challenge/challenge-view.js';
import { listChallenges } from '../../../app/challenge/list-challenges.js';
import { type PublishRefusal, publishChallenge } from '../../../app/challenge/publish-challenge.js';
import { mayPublishFor, speaksFor } from '../../../app/challenge/roles.js';
import { saySameProblem } from '../../../app/challenge/same-problem.js';
import { type ChallengeCardView, challengeAgenda, challengeCard } from '../../../cards/challenge/challenge-card.js';
import {
  type ChallengeDraft,
  challengeElsewhere,
  challengeForm as drawnForm,
  EVERYWHERE,
  offered,
} from '../../../cards/challenge/challenge-form.js';
import { challengeList, challengeAnswers as drawnAnswers } from '../../../cards/challenge/challenge-list.js';
import { panelOf } from '../../../cards/challenge/challenge-panels.js';
import { toldText } from '../../../cards/challenge/challenge-told.js';
import { challengeRefusal } from '../../../cards/challenge/challenge-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { readAmount } from '../../../domain/amount.js';
import type { ChallengeOffers } from '../../../domain/challenge/challenge.js';
import { isChallengeOpenTo } from '../../../domain/challenge/decide.js';
import { type Answer, below, type Follows, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';
import { correction as correctionOf } from './outside.js';

/** What can be answered, what is awaited, and how it turned out: a page of it. */
export async function challenges(
  turn: Turn,
  { page = 0, inPlace }: Partial<VerbData<'challenges'>> = {},
): Promise<Answer> {
  const drawn = challengeList(turn.context, await listChallenges(turn.deps, turn.person), page);
  return inPlace ? here(drawn) : below(drawn);
}

/** One, in place or as a message of its own. */
export async function challenge(turn: Turn, data: VerbData<'challenge'>): Promise<Answer> {
  const view = await openChallenge(turn.deps, turn.person, data.challenge);
  if (!view) return notHere(turn);
  const drawn = cardFor(turn, view, { panel: data.panel });
  return data.below ? below(drawn, asking(view)) : here(drawn, asking(view));
}

/** One by its bare id; undefined where there is none for this reader. */
export async function openById(turn: Turn, id: string): Promise<Answer | undefined> {
  const view = await openChallenge(turn.deps, turn.person, id);
  return view && below(cardFor(turn, view), asking(view));
}

const notHere = ({ context }: Turn): Answer => tell(context.t('challenge.notHere'));

const cardFor = (turn: Turn, view: ChallengeView, more: Partial<ChallengeCardView> = {}) =>
  challengeCard(turn.context, {
    ...{ ...view, person: turn.person, speaksFor: speaksFor(turn.deps, turn.person, view.challenge) },
    ...more,
  });

/** The card follows the challenge as long as it asks its reader for something. */
const asking = ({ challenge, roles }: ChallengeView): Follows | undefined =>
  (['acceptOwnership', 'tellResult'] as const).some((type) => isChallengeOpenTo(type, challenge, roles))
    ? { record: 'challenge', id: challenge.id, seq: challenge.seq, decisionVersion: challenge.decisionVersion }
    : undefined;

/** "Ny utmaning", or who may publish one. */
export const challengeForm = async (turn: Turn): Promise<Answer> => below(formWith(turn, {}));

function formWith(turn: Turn, written: ChallengeDraft, fault?: string) {
  const { context, person, deps } = turn;
  const mayFor = publishersOf(turn);
  if (mayFor.length === 0) return challengeElsewhere(context);
  const own = person.department && deps.directory().codeNow(person.department);
  const whose = written.whose ?? (own && mayFor.includes(own) ? own : mayFor[0]);
  return fitted({ ...written, whose }, (draft) => drawnForm(context, { draft, person, mayFor, fault }));
}

function publishersOf({ deps, person }: Turn): string[] {
  const { departments, municipality } = mayPublishFor(deps, person);
  return [...departments, ...(municipality ? [EVERYWHERE] : [])];
}

/** "Publicera": the form turns into the challenge. A refusal keeps what was written. */
export async function publish(turn: Turn, data: VerbData<'publishChallenge'>): Promise<Answer> {
  const { idempotencyKey, ...written } = data;
  const offers = offersIn(written);
  const again = (refusal: PublishRefusal) => publishAgain(turn, data, challengeRefusal(turn.context, refusal));
  if (!offers) return again({ code: 'badAmount', field: 'money' });
  const whose = written.whose ?? publishersOf(turn)[0];
  const { problem = '', title = '', tried = '', answerBy = '', resultBy = '', goal } = written;
  const isGoal = turn.deps.settings().goals.some(({ code }) => code === goal);
  const result = await publishChallenge(turn.deps, turn.person, {
    ...{ idempotencyKey, words: { problem, title, tried }, owner: written.owner ?? '', offers, answerBy, resultBy },
    ...(whose !== undefined && whose !== EVERYWHERE && { department: whose }),
    ...(goal && isGoal && { goal }),
  });
  if (!result.ok) return again(result.refusal);
  const { challenge: made, view, event } = result.value;
  turn.changed({ record: 'challenge', id: made.id, seq: 1 });
  const told = toldText(turn.context, view, { event, as: 'actor' });
  return here(cardFor(turn, view, { told }), asking(view));
}

/** The form as it was sent, with why it came back. */
export const publishAgain = async (
  turn: Turn,
  { idempotencyKey: _, ...written }: Omit<VerbData<'publishChallenge'>, 'idempotencyKey'> & { idempotencyKey?: string },
  fault?: string,
): Promise<Answer> => here(formWith(turn, written, fault));

/** What is offered; undefined where the money is no sum. */
function offersIn({ offers = '', money = '' }: Pick<ChallengeDraft, 'offers' | 'money'>): ChallengeOffers | undefined {
  const chosen = offers.split(',');
  const amount = money.trim() === '' ? undefined : readAmount(money);
  if (money.trim() !== '' && amount === undefined) return undefined;
  return {
    ...Object.fromEntries(offered.filter((one) => chosen.includes(one)).map((one) => [one, true as const])),
    ...(amount !== undefined && { money: amount }),
  };
}

/** What somebody does to a challenge: its card as it is then, with what happened; refused: with why, and what was written in vain. */
export async function act(turn: Turn, data: VerbData<'actOnChallenge'>): Promise<Answer> {
  const {
    challenge: id,
    decisionVersion,
    idempotencyKey,
    act: type,
    reason = '',
    result = '',
    owner,
    department,
    buys,
  } = data;
  const { organisation, proposal, answer, correction } = data;
  const outcome = await actOnChallenge(turn.deps, turn.person, {
    ...{ id, idempotencyKey, type, decisionVersion, owner, department, buys, answer, correction },
    words: { reason, result, organisation: organisation ?? '', proposal: proposal ?? '' },
    ...(turn.cardActivityId && { shownIn: turn.cardActivityId }),
  });
  if (outcome.ok) {
    const { view, event } = outcome;
    turn.changed({ record: 'challenge', id, seq: event.seq });
    return here(cardFor(turn, view, { told: toldText(turn.context, view, { event, as: 'actor' }) }), asking(view));
  }
  const fault = challengeRefusal(turn.context, outcome.refusal);
  const { view } = outcome;
  if (!view) return tell(fault);
  if (type === 'correctOutside') {
    const isTheirs = outcome.refusal.code !== 'notAllowed';
    return correctionAgain(turn, data, isTheirs ? fault : turn.context.t('challenge.outside.correct.notYours'));
  }
  return here(
    fitted({ reason, result, owner, organisation, proposal }, (kept) =>
      cardFor(turn, view, { fault, kept: { ...kept, buys }, panel: panelOf(type) }),
    ),
    asking(view),
  );
}

/** The panel as it was sent, where what was written is asked about first. */
export async function actAgain(turn: Turn, data: VerbData<'actOnChallenge'>, fault?: string): Promise<Answer> {
  if (data.act === 'correctOutside') return correctionAgain(turn, data, fault);
  const view = await openChallenge(turn.deps, turn.person, data.challenge);
  if (!view) return notHere(turn);
  const { reason, result, owner, organisation, proposal, buys } = data;
  return here(
    fitted({ reason, result, owner, organisation, proposal }, (kept) =>
      cardFor(turn, view, { fault, kept: { ...kept, buys }, panel: panelOf(data.act) }),
    ),
    asking(view),
  );
}

const correctionAgain = (turn: Turn, data: VerbData<'actOnChallenge'>, fault: string | undefined): Promise<Answer> => {
  const { organisation, proposal, buys } = data;
  return correctionOf(turn, data, { fault, kept: { organisation, proposal, buys } });
};

/** "Samma problem hos oss": the card says so, and its reader hears how it turns out. */
export async function challengeSame(turn: Turn, { challenge: id, on }: VerbData<'challengeSame'>): Promise<Answer> {
  const view = await saySameProblem(turn.deps, turn.person, id, on);
  if (!view) return notHere(turn);
  turn.stored();
  const told = turn.context.t(on ? 'challenge.did.same' : 'challenge.did.notSame');
  return here(cardFor(turn, view, { told }), asking(view));
}

/** The ideas that answer it. */
export async function challengeAnswers(turn: Turn, data: VerbData<'challengeAnswers'>): Promise<Answer> {
  const view = await openChallenge(turn.deps, turn.person, data.challenge);
  if (!view) return notHere(turn);
  const { id } = view.challenge;
  const { ideas, more } = await answersPage(turn.deps, id, data.page);
  return here(drawnAnswers(turn.context, { id, ideas, more, page: data.page, reader: turn.person.ref }));
}

/** "Ta upp på APT". */
export async function agenda(turn: Turn, data: VerbData<'challengeAgenda'>): Promise<Answer> {
  const view = await openChallenge(turn.deps, turn.person, data.challenge);
  return view ? below(challengeAgenda(turn.context, view)) : notHere(turn);
}
