import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { ChallengeWords } from './words.js';

/**
 * Where a challenge is on its way: it waits for an owner, for answers, for its result; the result has been told, or never was; it has
 * been taken back, or nobody came to own it. Answers themselves are ordinary ideas.
 */
export const challengeStages = ['proposed', 'open', 'answered', 'told', 'untold', 'withdrawn', 'lapsed'] as const;
export type ChallengeStage = (typeof challengeStages)[number];

/** Those in which something is still to come. Every other one is an end. */
export const unendedStages = ['proposed', 'open', 'answered'] as const satisfies readonly ChallengeStage[];

/** What those who answer are offered: time to work on it, a place to test in, money up to so much, in SEK, and a person who answers questions. */
export interface ChallengeOffers {
  time?: true;
  place?: true;
  money?: number;
  person?: true;
}

/** Who is asked to own a challenge, and has said yes or not yet: to decide on the answers, and to tell how it turned out. */
export interface ChallengeOwner {
  person: PersonRef;
  accepted: boolean;
}

/** A need that a department, or the municipality, asks everybody's ideas for. */
export interface Challenge {
  id: string;
  /** The number of its newest event. */
  seq: number;
  /** Rises when its stage, its owner or its days change: an older card is answered with the present one. */
  decisionVersion: number;
  stage: ChallengeStage;
  publisher: PersonRef;
  /** Code of the department whose need it is; absent of the whole municipality's, which the innovation office publishes. */
  department?: string;
  /** Absent after a no, and where they are gone: then somebody else is named. */
  owner?: ChallengeOwner;
  /** Which of the places that its department has for challenges that are open it takes, from 1; free again when it closes. */
  place: number;
  words: ChallengeWords;
  offers: ChallengeOffers;
  /** Code of the municipality's goal that it serves, which may be gone. */
  goal?: string;
  /** The last day for answers. */
  answerBy: Day;
  /** The last day on which it is told how it turned out. */
  resultBy: Day;
  proposedOn: Day;
  /** Since when somebody is asked to own it. */
  ownerAskedOn: Day;
  /** Since when everybody can answer it, and read it; absent of one that never opened. */
  openedOn?: Day;
  /** Whoever it waits for has been reminded. */
  reminded?: true;
  /** Those who may decide instead have heard that the result is late. */
  escalated?: true;
  /** Departments that have the same problem and take part in solving it, by code, each with who has said so: eight at most. */
  takingPart?: Readonly<Record<string, PersonRef>>;
  /** How many answers have come in from organisations outside, whether something may be bought, and whether one has been corrected: read by those who may read them alone. */
  outside?: { answers: number; buys?: true; corrected?: true };
  /** Its words are shown to nobody but those who decide. */
  hidden?: true;
  changedAt: Instant;
}
