/** What people write about a meeting, and how long it may be, in UTF-16 units: the forms state the same limits. */
export const meetingLimits = {
  /** What it is about, in one line. */
  what: 120,
  /** A place, or a link. */
  where: 500,
  /** Why it is not held. */
  why: 300,
} as const;

export type MeetingWordKey = keyof typeof meetingLimits;
export type MeetingWords = Partial<Record<MeetingWordKey, string>>;
