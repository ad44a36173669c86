import { isRunning } from '../../../domain/idea/commands/testing/test-end.js';
import { isOpenTo } from '../../../domain/idea/decide.js';
import { asksForTheSame } from '../../../domain/idea/deciding/earlier-no.js';
import type { Role } from '../../../domain/idea/policy.js';
import { hasPicturesAway, isTakenAway } from '../../../domain/idea/reading/visibility.js';
import type { Stage } from '../../../domain/idea/stages.js';
import { takesPart } from '../../../domain/idea/use/adoption.js';
import { workerOf } from '../../../domain/idea/waiting/silence.js';
import type { IdeaAction, Panel } from '../../verbs.js';
import { isInvited, ownStatus } from '../adopting.js';
import { nextToFill } from '../parts/needs.js';
import type { Reading } from '../reading.js';
import { menu } from './menu.js';

/** What a card can offer: a command, a command in another way, or something that changes nothing of the idea. */
export type Offer =
  | Exclude<IdeaAction, 'fill' | 'addPicture' | OfComment>
  | 'edit'
  | 'merge'
  | 'acceptMerge'
  | 'declineMerge'
  | 'fillNext'
  | 'grantPart'
  | 'endTest'
  | 'tryFirst'
  | 'askOwner'
  | Leading;
/** What is done with one comment stands beside it (comments.ts). */
type OfComment = 'editComment' | 'removeComment' | 'hideComment' | 'showComment';
/** What changes nothing of the idea. */
type Leading = 'follow' | 'unfollow' | 'into' | 'history';

/** The commands behind offers that are not named like them. */
const otherwise = {
  fillNext: 'fill',
  grantPart: 'grant',
  endTest: 'submitResult',
  tryFirst: 'adopt',
  askOwner: 'comment',
} as const;
const leading: ReadonlySet<Offer> = new Set<Leading>(['follow', 'unfollow', 'into', 'history']);

export const leadsOnly = (offer: Offer): offer is Leading => leading.has(offer);

/** The command that an offer gives. */
export const commandOf = <O extends Exclude<Offer, Leading>>(offer: O) =>
  (offer in otherwise ? otherwise[offer as keyof typeof otherwise] : offer) as O extends keyof typeof otherwise
    ? (typeof otherwise)[O]
    : O;

type ByRole = Partial<Record<Role, readonly Offer[]>>;

/** What somebody with a role sees at once at a stage, their own next step first; the rest stands behind "Fler val". */
const upFront: { readonly [S in Stage]: ByRole } = {
  submitted: {
    submitter: ['answer', 'edit', 'withdraw', 'comment'],
    decider: ['explore', 'openToAll', 'ask'],
    office: ['passOn'],
  },
  doing: {
    doer: ['acceptDoing', 'declineDoing', 'reportDone'],
    decider: ['reportDone', 'close'],
  },
  exploring: {
    submitter: ['answer'],
    driver: ['acceptDriving', 'declineDriving', 'plan', 'fillNext', 'ask', 'reportDone'],
    decider: ['nameDriver', 'ask', 'close'],
  },
  planning: {
    submitter: ['answer'],
    funder: ['grant', 'ask', 'declineMoney'],
    driver: ['acceptDriving', 'declineDriving', 'answer', 'submitPlan', 'takeBack', 'fillNext', 'ask'],
    decider: ['approvePlan', 'sendBack', 'nameDriver', 'ask'],
  },
  piloting: {
    driver: [
      'acceptDriving',
      'declineDriving',
      'submitResult',
      'endTest',
      'scale',
      'useHere',
      'takeBack',
      'fillNext',
      'extend',
    ],
    decider: ['scale', 'useHere', 'extend', 'nameDriver', 'close'],
  },
  scaling: {
    owner: ['acceptOwning', 'declineOwning', 'spread', 'invite'],
    decider: ['nameOwner', 'spread', 'backToTest'],
    adopter: ['adopt', 'tryFirst', 'notNow', 'stopUsing', 'askOwner'],
  },
  inUse: {
    owner: ['acceptOwning', 'declineOwning', 'followUp', 'invite'],
    decider: ['followUp', 'invite'],
    adopter: ['adopt', 'tryFirst', 'notNow', 'stopUsing', 'askOwner'],
  },
  closed: { decider: ['reopen'] },
  withdrawn: { submitter: ['reopen', 'withholdWords'] },
};

/** What somebody is asked beside what the idea waits for comes first, at whatever stage. */
const askedBeside: ByRole = {
  answerer: ['acceptMerge', 'declineMerge'],
  invitee: ['acceptJoining', 'declineJoining'],
};

/** The roles in the order in which their steps come; whoever has none of them reads, follows and thanks. */
const roleOrder: readonly Role[] = [
  ...([
    'answerer',
    'invitee',
    'submitter',
    'funder',
    'doer',
    'driver',
    'owner',
    'decider',
    'adopter',
    'office',
  ] as const),
];
const forReaders: readonly Offer[] = ['into', 'follow', 'unfollow', 'thank', 'comment', 'history'];

/** Roles that hear of everything anyway. */
const hears: readonly Role[] = ['submitter', 'joined', 'driver', 'doer', 'owner'];

/** What must hold beside that the command is open. */
const conditions: Partial<Record<Offer, (reading: Reading) => boolean>> = {
  fillNext: (reading) => (reading.theirTurn || reading.reader.roles.has('driver')) && nextToFill(reading) !== undefined,
  // A test that would be over before it began is mended first.
  submitPlan: ({ kit, idea, reader }) => !reader.roles.has('decider') || (idea.answers.end ?? '') >= kit.today,
  // What was asked for and declined is not approved once more: its cost is changed first.
  approvePlan: ({ kit, idea }) => (idea.answers.end ?? '') >= kit.today && !asksForTheSame(idea),
  sendBack: ({ idea, reader }) => idea.driver?.person !== reader.ref,
  submitResult: (reading) => sendsResult(reading) && !isRunning(reading.idea, reading.kit.today),
  endTest: (reading) => sendsResult(reading) && isRunning(reading.idea, reading.kit.today),
  adopt: (reading) => reading.asDepartment !== undefined && ownStatus(reading) !== 'using',
  tryFirst: (reading) => reading.asDepartment !== undefined && !takesPart(ownStatus(reading)),
  notNow: isInvited,
  stopUsing: (reading) => takesPart(ownStatus(reading)),
  askOwner: asksOwner,
  comment: (reading) => !asksOwner(reading),
  // A task is mostly done in one go: its doer and an owner are offered it when they are asked or late.
  reportProgress: ({ idea, reader }) => reader.roles.has('driver') || idea.quiet?.asked === true || idea.reminded,
  thank: ({ idea, reader }) => !idea.thankedBy.includes(reader.ref),
  follow: ({ follows, reader }) => follows === false && !hears.some((role) => reader.roles.has(role)),
  unfollow: ({ follows }) => follows === true,
  into: ({ idea }) => idea.ending?.into !== undefined,
  merge: ({ idea }) => idea.proposal === undefined,
  // What is out of sight in the history is read there.
  readHidden: ({ idea, reader }) => !reader.disclosed && (isTakenAway(idea) || hasPicturesAway(idea)),
};

/** Whoever drives it and decides on it goes on with it at once. */
const sendsResult = ({ idea, reader }: Reading): boolean => !isOpenTo('scale', idea, reader.roles);

function asksOwner({ idea, reader, asDepartment }: Reading): boolean {
  const there = asDepartment !== undefined && idea.owner !== undefined && idea.owner.person !== reader.ref;
  return there && isOpenTo('adopt', idea, reader.roles);
}

/** What those who decide on an idea have within reach at every stage: without looking for it behind "Fler val". */
export const withinReach = (reading: Reading): Offer[] =>
  reading.reader.roles.has('decider')
    ? (['passOn', 'close'] as const).filter((offer) => isOffered(reading, offer))
    : [];

/** Whether the offer is open to the reader now. */
export function isOffered(reading: Reading, offer: Offer): boolean {
  const open = leadsOnly(offer) || isOpenTo(commandOf(offer), reading.idea, reading.reader.roles);
  return open && (conditions[offer]?.(reading) ?? true);
}

/** What somebody who decides is asked when a reader has said something about the text, and may do while it is hidden. */
const answersToReport: readonly Offer[] = ['hide', 'answerReport'];
const aboutHidden: readonly Offer[] = ['readHidden', 'show'];

/** What is offered to a reader: `first` to be seen at once, and the rest. */
export function offersTo(reading: Reading): { first: Offer[]; rest: Offer[] } {
  const { idea, reader } = reading;
  // Where nobody here may decide, that comes first at every stage.
  const noting: readonly Offer[] = reader.roles.has('noter') ? ['noteDecision'] : [];
  const ofRoles = roleOrder
    .filter((role) => reader.roles.has(role))
    .flatMap((role) => [...(askedBeside[role] ?? []), ...(upFront[idea.stage][role] ?? [])]);
  const open = unique([...noting, ...ofRoles]).filter((offer) => isOffered(reading, offer));
  const steps = [costFirst, recommendedFirst, lineFirst].reduce((offers, ordered) => ordered(reading, offers), open);
  const urgent = (idea.report === undefined ? [] : answersToReport).filter((offer) => isOffered(reading, offer));
  const hidden = aboutHidden.filter((offer) => isOffered(reading, offer));
  // Whoever is to decide on what is hidden has to be able to read it.
  const own = unique([...urgent, ...steps.slice(0, 1), ...hidden, ...steps.slice(1)]);
  const first = own.length > 0 ? own : forReaders.filter((offer) => isOffered(reading, offer));
  const rest = menu.filter((offer) => !first.includes(offer) && isOffered(reading, offer));
  return { first, rest };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

const recommended = { scale: 'scale', here: 'useHere', extend: 'extend', close: 'close' } as const satisfies Record<
  string,
  Offer
>;

/** After a test, what its driver recommends comes before the other ways on. */
function recommendedFirst({ idea }: Reading, offers: Offer[]): Offer[] {
  const option = idea.answers.recommendation as keyof typeof recommended | undefined;
  const favourite = idea.stage === 'piloting' && option ? recommended[option] : undefined;
  if (!favourite || !offers.includes('scale') || !offers.includes(favourite)) return offers;
  return unique([favourite, ...offers]);
}

/** After a no to money its cost is changed before the plan is sent again. */
function costFirst({ idea }: Reading, offers: Offer[]): Offer[] {
  if (!asksForTheSame(idea) || !offers.includes('fillNext')) return offers;
  return unique(['fillNext', ...offers]);
}

/** Whoever is asked how their work goes sees that first; whose work is late sees it beside the next step. */
function lineFirst({ idea, reader }: Reading, offers: Offer[]): Offer[] {
  if (workerOf(idea)?.person !== reader.ref) return offers;
  if (idea.quiet?.asked) return ['reportProgress', ...offers];
  return idea.reminded ? [...offers.slice(0, 1), 'reportProgress', ...offers.slice(1)] : offers;
}

/** What takes an idea on. One of these that comes first is the positive button, where the reader is asked for it. */
const forward: ReadonlySet<Offer> = new Set<Offer>([
  ...(['answer', 'explore', 'acceptDoing', 'reportDone', 'acceptDriving', 'nameDriver', 'fillNext', 'plan'] as const),
  ...([
    'submitPlan',
    'approvePlan',
    'sendBack',
    'grant',
    'submitResult',
    'endTest',
    'scale',
    'useHere',
    'extend',
  ] as const),
  ...(['acceptOwning', 'nameOwner', 'spread', 'adopt', 'followUp', 'noteDecision', 'reportProgress'] as const),
  ...(['acceptMerge', 'acceptJoining'] as const),
]);

/** Whether a step that comes first is what the reader is asked for now. */
export function isAskedFor(reading: Reading, offer: Offer): boolean {
  const { idea, reader, theirTurn } = reading;
  const looksAfter = reader.roles.has('owner') || (reader.roles.has('decider') && idea.owner?.accepted !== true);
  const followUp = offer === 'followUp' && idea.followUpAsked && looksAfter;
  const beside = offer === 'acceptMerge' || offer === 'acceptJoining';
  return forward.has(offer) && (theirTurn || followUp || beside || (offer === 'adopt' && isInvited(reading)));
}

/** The panel that an offer opens, where it asks for something or says what follows before it is done. */
export const panelOf = {
  answer: 'answer',
  ask: 'ask',
  comment: 'comment',
  askOwner: 'comment',
  reportProgress: 'progress',
  nameDriver: 'nameDriver',
  declineDriving: 'decline',
  doNow: 'doNow',
  declineDoing: 'decline',
  reportDone: 'done',
  sendBack: 'sendBack',
  grantPart: 'grant',
  declineMoney: 'declineMoney',
  endTest: 'endTest',
  extend: 'extend',
  useHere: 'useHere',
  scale: 'scale',
  backToTest: 'backToTest',
  nameOwner: 'nameOwner',
  declineOwning: 'decline',
  invite: 'invite',
  spread: 'spread',
  adopt: 'adopt',
  tryFirst: 'tryFirst',
  notNow: 'notNow',
  stopUsing: 'stopUsing',
  followUp: 'followUp',
  concern: 'concern',
  addCoSubmitter: 'coSubmitter',
  stepOut: 'stepOut',
  passOn: 'passOn',
  merge: 'merge',
  close: 'close',
  reopen: 'reopen',
  withdraw: 'withdraw',
  hide: 'hide',
  noteDecision: 'noteDecision',
  report: 'report',
  thank: 'thank',
} as const satisfies Partial<Record<Offer, Panel>>;

/** An offer that opens a panel before its command is given; the rest is done at once. */
export type Asking = keyof typeof panelOf;
export const asksFirst = (offer: Offer): offer is Asking => offer in panelOf;

/** What an open panel asks for, while that is open to the reader. */
export const askedIn = (reading: Reading, panel: Panel | undefined): Asking | undefined =>
  (Object.keys(panelOf) as Asking[]).find((offer) => panelOf[offer] === panel && isOffered(reading, offer));
