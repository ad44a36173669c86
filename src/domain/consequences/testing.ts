import { refuse } from '../result.js';
import { addMonths, type Day, isDay } from '../time.js';
import { type Consequences, ended, forDeciders, forTest, happens } from './consequence.js';

/** A test may be made longer, by a year at the most. */
export const LONGEST_EXTENSION_MONTHS = 12;

/** The last day of a test that goes on: ahead, and not farther than a test may be made longer. */
export const isLaterEnd = (end: Day, today: Day): boolean =>
  isDay(end) && end > today && end <= addMonths(today, LONGEST_EXTENSION_MONTHS);

/** The test and what comes of it. */
export const testing: Consequences<'extend' | 'submitResult' | 'useHere'> = {
  extend: (occasion) => {
    const { idea, data, today } = occasion;
    const { until } = data;
    if (!isLaterEnd(until, today) || (idea.test && until <= idea.test.end)) return refuse({ code: 'dateNotAhead' });
    return happens('extended', forTest(occasion, until), { until });
  },
  submitResult: (occasion) => happens('resultSubmitted', forDeciders(occasion, 'piloting'), {}),
  useHere: () => happens('usedHere', ended('inUse'), {}),
};
