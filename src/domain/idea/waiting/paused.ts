import { addDays, type Day } from '../../time.js';
import type { Idea } from '../idea.js';

/** For so long a promise waits for somebody who is away; whoever is away for longer needs somebody who stands in. */
const LONGEST_PAUSE_DAYS = 42;

/** The last day until which what is paused since a day may be. */
export const longestPause = (since: Day): Day => addDays(since, LONGEST_PAUSE_DAYS);

/** Until when a promise waits for whoever leads, who is away; undefined where none does now. */
export const pausedUntil = ({ paused, waiting }: Pick<Idea, 'paused' | 'waiting'>, today: Day): Day | undefined =>
  waiting && paused && paused.until >= today ? paused.until : undefined;
