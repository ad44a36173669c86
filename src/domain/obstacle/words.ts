/** What people write about an obstacle, and how long it may be, in UTF-16 units: the forms state the same limits. */
export const obstacleLimits = {
  /** What stands in the way, in one line. */
  line: 200,
  /** How it was taken out of the way. */
  how: 1000,
} as const;

export type ObstacleWordKey = keyof typeof obstacleLimits;
export type ObstacleWords = Partial<Record<ObstacleWordKey, string>>;
