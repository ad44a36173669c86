import { MOST_IN_TITLE } from '../language/tidy.js';

/** What people write about a challenge, and how long it may be, in UTF-16 units: the forms state the same limits. */
export const challengeLimits = {
  title: MOST_IN_TITLE,
  problem: 4000,
  tried: 2000,
  reason: 2000,
  result: 3000,
  /** Of an answer from outside: who gives it, and what they suggest. */
  organisation: 200,
  proposal: 4000,
} as const;

export type ChallengeWordKey = keyof typeof challengeLimits;
export type ChallengeWords = Partial<Record<ChallengeWordKey, string>>;
