import { addMonths, type Day, laterOf } from '../../../time.js';
import type { Idea } from '../../idea.js';
import type { Refusal } from '../../refusal.js';
import { dayRefused } from '../chosen-day.js';

/** A test may be made longer, by a year at the most. */
export const LONGEST_EXTENSION_MONTHS = 12;

/** Why a test cannot go on until that day: ahead it has to be, and not farther than a test may be made longer. */
export const endRefused = (end: Day, today: Day, before?: Day): Refusal | undefined =>
  dayRefused('until', end, { after: laterOf(today, before), last: addMonths(today, LONGEST_EXTENSION_MONTHS) });

/** Whether a test has days left: its result comes on its last day or later, unless whoever drives it ends it before. */
export const isRunning = ({ test }: Pick<Idea, 'test'>, today: Day): boolean => test !== undefined && test.end > today;
