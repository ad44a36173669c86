import { refuse } from '../../result.js';
import { addMonths, type Day, laterOf } from '../../time.js';
import { dayRefused } from '../chosen-day.js';
import type { Idea } from '../idea.js';
import type { Refusal } from '../refusal.js';
import { type Consequences, ended, forDeciders, forTest, happens } from './consequence.js';

/** A test may be made longer, by a year at the most. */
export const LONGEST_EXTENSION_MONTHS = 12;

/** Why a test cannot go on until that day: ahead it has to be, and not farther than a test may be made longer. */
export const endRefused = (end: Day, today: Day, before?: Day): Refusal | undefined =>
  dayRefused('until', end, { after: laterOf(today, before), last: addMonths(today, LONGEST_EXTENSION_MONTHS) });

/** Whether a test has days left: its result comes on its last day or later, unless whoever drives it ends it before. */
export const isRunning = ({ test }: Pick<Idea, 'test'>, today: Day): boolean => test !== undefined && test.end > today;

/** The test and what comes of it. */
export const testing: Consequences<'extend' | 'submitResult' | 'useHere'> = {
  extend: (occasion) => {
    const { idea, data, today } = occasion;
    const { until } = data;
    const refused = endRefused(until, today, idea.test?.end);
    if (refused) return refuse(refused);
    return happens('extended', forTest(occasion, until), { until });
  },
  submitResult: (occasion) => {
    const { idea, data, today } = occasion;
    const to = forDeciders(occasion, 'piloting');
    if (!isRunning(idea, today)) return happens('resultSubmitted', to, {});
    return data.early ? happens('resultSubmitted', to, { ended: today }) : refuse({ code: 'testNotEnded' });
  },
  useHere: () => happens('usedHere', ended('inUse'), {}),
};
