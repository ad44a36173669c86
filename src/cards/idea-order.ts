import type { Role } from '../domain/idea/policy.js';
import type { Stage } from '../domain/idea/stages.js';
import type { OfferName } from './idea/actions/tables.js';

/**
 * In which order the idea's card shows its buttons, of whatever room: one table. A button of which nothing is said here has
 * no place, and the compiler names it.
 */

/** What somebody with a role sees at once at a stage, their own next step first; the rest stands behind "Fler val". */
export const upFront = {
  submitted: {
    submitter: ['answer', 'edit', 'withdraw', 'comment'],
    decider: ['explore', 'openToAll', 'postponeInstead', 'ask'],
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
    driver: [
      'acceptDriving',
      'declineDriving',
      'answer',
      'submitPlan',
      'takeBack',
      'fillNext',
      'nameSuccessor',
      'askChecks',
      'ask',
    ],
    decider: ['approvePlan', 'sendBack', 'nameDriver', 'ask'],
  },
  piloting: {
    driver: [
      ...(['acceptDriving', 'declineDriving', 'stopAsAgreed', 'submitResult', 'endTest', 'scale', 'useHere'] as const),
      ...(['takeBack', 'fillNext', 'extend'] as const),
    ],
    decider: ['stopAsAgreed', 'scale', 'useHere', 'extend', 'nameDriver', 'close'],
    adopter: ['tellBetter', 'testToo', 'adopt', 'stopUsing'],
  },
  scaling: {
    owner: ['acceptOwning', 'declineOwning', 'spread', 'tellCore', 'invite'],
    decider: ['nameOwner', 'spread', 'backToTest'],
    adopter: ['tellBetter', 'adopt', 'tryFirst', 'notNow', 'hinderThere', 'adapt', 'stopUsing', 'askOwner'],
  },
  inUse: {
    owner: ['acceptOwning', 'declineOwning', 'followUp', 'invite'],
    decider: ['followUp', 'invite', 'tellBack'],
    adopter: [
      ...(['tellBetter', 'improvement', 'adopt', 'tryFirst', 'notNow', 'hinderThere', 'adapt'] as const),
      ...(['stopUsing', 'askOwner'] as const),
    ],
  },
  closed: { submitter: ['sendToChallenge', 'leaveAsleep'], decider: ['reopen', 'hinder', 'obstacle'] },
  withdrawn: { submitter: ['reopen', 'withholdWords'] },
} as const satisfies { readonly [S in Stage]: OrderByRole };

type OrderByRole = { readonly [R in Role]?: readonly OfferName[] };

/** What somebody is asked beside what the idea waits for comes first, at whatever stage. */
export const askedBeside = {
  answerer: ['acceptMerge', 'declineMerge'],
  invitee: ['acceptJoining', 'declineJoining'],
  askedSuccessor: ['acceptTakingOver', 'declineTakingOver'],
  checker: ['checkDone', 'checkNotYet'],
  askedOpinion: ['giveOpinion'],
} as const satisfies OrderByRole;

/** The roles in the order in which their steps come; whoever has none of them reads, follows and thanks. */
export const roleOrder: readonly Role[] = [
  ...([
    'answerer',
    'invitee',
    'askedSuccessor',
    'checker',
    'askedOpinion',
    'submitter',
    'funder',
    'doer',
    'driver',
    'owner',
    'decider',
    'adopter',
  ] as const),
  ...(['partner', 'office'] as const),
];
export const forReaders = [
  ...([
    'into',
    'improvement',
    'takePart',
    'testToo',
    'follow',
    'unfollow',
    'need',
    'thank',
    'comment',
    'history',
  ] as const),
] as const;

/** Where nobody here may decide, that comes first at every stage. */
export const forNoters = ['noteDecision'] as const;
/** What somebody who decides is asked when a reader has said something about the text, and may do while it is hidden. */
export const answersToReport = ['hide', 'answerReport'] as const;
export const aboutHidden = ['readHidden', 'show'] as const;
/** What those who decide on an idea have within reach at every stage: without looking for it behind "Fler val". */
export const withinReach = ['passOn', 'close'] as const;

/** What "Fler val" holds, by what it is about: deciding, bringing others in, following, and last what takes something away. */
export const menu = {
  decide: [
    ...(['acceptMerge', 'declineMerge', 'acceptJoining', 'declineJoining', 'answer', 'grantPart'] as const),
    ...(['acceptTakingOver', 'declineTakingOver', 'askChecks', 'checkDone', 'checkNotYet', 'giveOpinion'] as const),
    ...(['reportDone', 'doNow', 'postpone', 'plan', 'submitPlan', 'approvePlan', 'sendBack', 'takeBack'] as const),
    ...(['noteDecision', 'stopAsAgreed', 'submitResult', 'endTest', 'useHere', 'scale'] as const),
    ...(['extend', 'backToTest', 'spread'] as const),
    ...(['adopt', 'tryFirst', 'notNow', 'tellBetter', 'adapt', 'tellCore'] as const),
    ...([
      'followUp',
      'passOn',
      'hinder',
      'hinderThere',
      'merge',
      'reopen',
      'edit',
      'openToAll',
      'show',
      'answerReport',
    ] as const),
    ...(['sendToChallenge', 'leaveAsleep'] as const),
  ],
  involve: [
    ...([
      'workTogether',
      'ask',
      'askOpinion',
      'askOwner',
      'nameDriver',
      'nameSuccessor',
      'nameOwner',
      'invite',
      'concern',
      'askForHelp',
      'addCoSubmitter',
    ] as const),
    ...(['tellBack', 'reportProgress', 'comment', 'improvement', 'need', 'takePart', 'testToo', 'thank'] as const),
  ],
  follow: [
    'follow',
    'unfollow',
    'into',
    'solution',
    'howItBecame',
    'nominate',
    'shareOut',
    'history',
    'obstacle',
    'needLines',
    'readHidden',
    'record',
    'report',
  ],
  end: ['close', 'stopUsing', 'leavePart', 'takeBackNeed', 'stepOut', 'withdraw', 'withholdWords', 'hide'],
} as const satisfies Record<string, readonly OfferName[]>;

export type MenuGroup = keyof typeof menu;
export const menuGroups = Object.keys(menu) as MenuGroup[];
/** The group of an offer; a step of a role's own that found no room on the card is a decision of theirs. */
export const groupOf = (offer: OfferName): MenuGroup =>
  menuGroups.find((group) => menu[group].some((one) => one === offer)) ?? 'decide';

type NamesIn<T> = T extends readonly (infer O)[] ? O : T extends object ? NamesIn<T[keyof T]> : never;
type Placed =
  | NamesIn<typeof upFront | typeof askedBeside | typeof menu | typeof forReaders>
  | NamesIn<typeof forNoters | typeof answersToReport | typeof aboutHidden | typeof withinReach>;
type Every<Unplaced extends never> = Unplaced;
export type EveryOfferHasAPlace = Every<Exclude<OfferName, Placed>>;
