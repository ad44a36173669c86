/**
 * What is counted of ideas. `hit`: what the cases are divided by it. `people`: on whom a figure rests, which is shown to
 * those alone where they are few.
 */
interface MeasureRow {
  people: 'deciders' | 'submitters';
}

export const measures = {
  /** An answer was promised by a day of the month. Hit: it came by then. */
  promises: { people: 'deciders' },
  /** The first decision on an idea; days from when it was sent in. Hit: it was done at once or tested, then or since. */
  decisions: { people: 'deciders' },
  ideas: { people: 'submitters' },
  /** A test has begun. */
  tests: { people: 'deciders' },
  /** A test is over, by how it went beside its goal. */
  finishedTests: { people: 'deciders' },
  /** An idea has come into use where it was made. */
  cameIntoUse: { people: 'deciders' },
  /** What is in use now. Hit: in two departments or more. */
  inUse: { people: 'deciders' },
  /** A department uses what another one has made. */
  adoptions: { people: 'deciders' },
  /** Somebody has said how what has been in use for half a year goes. Hit: it is used. */
  followUps: { people: 'deciders' },
  /** The same had been said before, by how many months: a period that has both counts the later one. */
  earlierFollowUps: { people: 'deciders' },
  /** The same was asked and nobody answered. */
  silentFollowUps: { people: 'deciders' },
  /** It ended after a test. Hit: with a lesson. */
  endings: { people: 'deciders' },
  /** Of those, as it had been agreed before. */
  agreedEndings: { people: 'deciders' },
  /** Money in whole SEK. Days until the decision, where there was one. */
  moneyAsked: { people: 'deciders' },
  moneyDecided: { people: 'deciders' },
  moneyGranted: { people: 'deciders' },
  moneyUsed: { people: 'deciders' },
  /** What waits now, by its stage and the role that it waits for; in the month in which it began to, by day. */
  waiting: { people: 'deciders' },
  /** What stands now in a stage, by a goal of the municipality. */
  goals: { people: 'deciders' },
} as const satisfies Record<string, MeasureRow>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly Measure[];
export const measureRow = (measure: Measure): MeasureRow => measures[measure];
