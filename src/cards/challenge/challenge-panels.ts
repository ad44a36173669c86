import type { ChallengeAct } from '../../app/challenge/act-on-challenge.js';

/** What of a challenge's card can be open: what somebody writes, and what else they can do. */
export const challengePanels = ['decline', 'result', 'owner', 'withdraw', 'outside', 'more'] as const;
export type ChallengePanel = (typeof challengePanels)[number];
/** In which something is written that is sent. */
export type WritingPanel = Exclude<ChallengePanel, 'more'>;

/** Which command a panel sends. */
export const sends = {
  decline: 'declineOwnership',
  result: 'tellResult',
  owner: 'nameChallengeOwner',
  withdraw: 'withdrawChallenge',
  outside: 'takeDownOutside',
} as const satisfies { readonly [P in WritingPanel]: ChallengeAct };

/** The panel in which a command is written; undefined of one that a press alone sends. */
export const panelOf = (act: ChallengeAct): WritingPanel | undefined =>
  (Object.keys(sends) as WritingPanel[]).find((panel) => sends[panel] === act);

const acts: { readonly [A in ChallengeAct]: true } = {
  ...{ acceptOwnership: true, declineOwnership: true, nameChallengeOwner: true, tellResult: true },
  ...{ takePart: true, leavePart: true, withdrawChallenge: true, hideChallenge: true, showChallenge: true },
  ...{ takeDownOutside: true, correctOutside: true },
};
export const challengeActs = Object.keys(acts) as [ChallengeAct, ...ChallengeAct[]];
