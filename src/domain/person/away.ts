import { addDays, type Day } from '../time.js';

/** For so long a promise waits for somebody who is away; whoever is away for longer needs somebody who stands in. */
const LONGEST_PAUSE_DAYS = 42;

/** The last day until which what is paused since a day may be. */
export const longestPause = (since: Day): Day => addDays(since, LONGEST_PAUSE_DAYS);
