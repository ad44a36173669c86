import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day, Instant } from '../time.js';
import type { Challenge } from './challenge.js';
import type { ChallengeWords } from './words.js';

/** With it the challenge opens: it is announced once. */
interface Opening {
  opens?: true;
}

/** What an event holds beside its words: references, codes, days and sums only. */
export interface ChallengeEventData {
  /** `owner.accepted`: whoever publishes owns it themself, and it is open at once. */
  challengeProposed: Required<Pick<Challenge, 'owner'>> &
    Opening &
    Pick<Challenge, 'department' | 'place' | 'offers' | 'goal' | 'answerBy' | 'resultBy'>;
  /** Its days as they are from now on: whoever says yes late moves both, so that there is time to answer. */
  ownershipAccepted: Pick<Challenge, 'answerBy' | 'resultBy'> & Opening;
  ownershipDeclined: NoData;
  /** `former`: who owned it until now, or was asked to. */
  ownerNamed: Required<Pick<Challenge, 'owner'>> &
    Pick<Challenge, 'answerBy' | 'resultBy'> &
    Opening & { former?: PersonRef };
  /** Somebody who owned it, or was asked to, does not work here any more. */
  ownerGone: NoData;
  ownerReminded: NoData;
  /** Nobody has come to own it in time. */
  challengeLapsed: NoData;
  /** The last day for answers is over. */
  answersClosed: NoData;
  resultReminded: NoData;
  /** The result is late, and those who may tell it instead hear so. */
  resultLate: NoData;
  resultTold: NoData;
  /** It was never told how it turned out. */
  leftUntold: NoData;
  /** `early`: nobody could read it yet. */
  challengeWithdrawn: { early?: true };
  /** A department has the same problem, and takes part in solving it; or does no more. */
  partTaken: { department: string };
  partLeft: { department: string };
  /** An answer from outside has been taken down: an incoming document. */
  outsideAnswered: { buys?: true };
  /** One of them, by its event's number, was written down wrongly: its words stand in the place of those before. `buys`: what had not been said. */
  outsideCorrected: { answer: number; buys?: true };
  challengeHidden: NoData;
  challengeShown: NoData;
}

export type ChallengeEventType = keyof ChallengeEventData;

const types: { readonly [T in ChallengeEventType]: true } = {
  ...{ challengeProposed: true, ownershipAccepted: true, ownershipDeclined: true, ownerNamed: true, ownerGone: true },
  ...{ ownerReminded: true, challengeLapsed: true, answersClosed: true, resultReminded: true, resultLate: true },
  ...{ resultTold: true, leftUntold: true, challengeWithdrawn: true, challengeHidden: true, challengeShown: true },
  ...{ partTaken: true, partLeft: true, outsideAnswered: true, outsideCorrected: true },
};
export const challengeEventTypes = Object.keys(types) as ChallengeEventType[];

/** Something that happened to a challenge: insert-only, the record of it. */
export interface ChallengeHappened<T extends ChallengeEventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then. */
  day: Day;
  by: PersonRef | 'clock';
  data: ChallengeEventData[T];
  /** What people wrote. Stored apart, so that it can be erased and the record stays whole. */
  words: ChallengeWords;
}

export type ChallengeEvent = { [T in ChallengeEventType]: ChallengeHappened<T> }[ChallengeEventType];
