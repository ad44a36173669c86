/** What people write about an undertaking, and how long it may be, in UTF-16 units: the forms state the same limits. */
export const undertakingLimits = {
  /** What is to be done, in one line. */
  what: 200,
  /** Who does it: a role or a unit. */
  who: 100,
  /** Why it has another day, or is not done. */
  why: 500,
  /** What came of it. */
  result: 500,
} as const;

export type UndertakingWordKey = keyof typeof undertakingLimits;
export type UndertakingWords = Partial<Record<UndertakingWordKey, string>>;
