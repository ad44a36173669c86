import { openDay } from '../../../organisation/calendar/calendar.js';
import { refuse } from '../../../result.js';
import { addDays, addMonths, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { happens, waitsFor } from '../../standing.js';
import { dayRefused } from '../chosen-day.js';
import { maybeReason } from '../conditions.js';

/** Farther ahead a promise is a no that nobody says. */
export const FARTHEST_WAIT_MONTHS = 12;

/**
 * Those who decide have no room for it now, and promise to read it again on a day. Until then it stands in nobody's way: no
 * queue has it, and it comes back by itself. They answer within their days from then.
 */
export const postpone = defineCommand('postpone')<{ until: Day }>({
  from: ['submitted'],
  by: ['decider'],
  words: maybeReason,
  sameVersion: true,
  when: ({ waiting, restsUntil }) => waiting?.for === 'deciders' && restsUntil === undefined,
  leadsTo: (context) => {
    const { data, today, setting } = context;
    const refused = dayRefused('until', data.until, { after: today, last: addMonths(today, FARTHEST_WAIT_MONTHS) });
    if (refused) return refuse(refused);
    const answerBy = openDay(addDays(data.until, setting.answerDays.leader), setting.calendar);
    return happens(postponed, waitsFor(context, 'submitted', { for: 'deciders' }, answerBy), data);
  },
});

export const postponed = defineDecision('postponed')<{ until: Day }>({
  changes: (idea, { data }) => ({ ...idea, restsUntil: data.until }),
  hears: ['submitter', 'followers'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
});
