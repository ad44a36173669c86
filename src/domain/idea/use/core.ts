/**
 * What of a solution travels: elsewhere it works only where that is the same, and each dresses the rest in its own way. It is
 * beside what is decided on: nobody's card goes out of date by it.
 */
export interface Core {
  /** What must be the same wherever it is used: a line for each, three at most. */
  same: string;
  /** What each does in its own way. */
  own?: string;
  /** What must exist before a department can begin. */
  first?: string;
  takes?: CoreTime;
}

/** How long it takes a department to take it in. */
export const coreTimes = ['days', 'weeks', 'months', 'longer'] as const;
export type CoreTime = (typeof coreTimes)[number];

/** More than three things that must be the same are a manual, and nobody follows it. */
export const MOST_SAME = 3;

/** What must be the same, thing by thing. */
export const sameIn = (text: string): string[] =>
  text
    .split('\n')
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '');

/** How far a department does what must be the same, as it says. */
export const keepings = ['all', 'some', 'none'] as const;
export type KeepsCore = (typeof keepings)[number];
