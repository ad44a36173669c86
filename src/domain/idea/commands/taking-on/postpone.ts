import { openDay } from '../../../organisation/calendar/calendar.js';
import { refuse } from '../../../result.js';
import { addDays, addMonths, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import type { Idea } from '../../idea.js';
import { happens, waitsFor } from '../../standing.js';
import { dayRefused } from '../chosen-day.js';
import { maybeReason } from '../conditions.js';

/** Farther ahead a promise is a no that nobody says. */
export const FARTHEST_WAIT_MONTHS = 12;
/** One promise may be put off once; after that an idea is answered. */
const MOST_TIMES = 2;

/** `obstacle`: what stands in the idea's way. */
interface Postponed {
  until: Day;
  obstacle?: string;
}

const isPostponedEnough = ({ timesPostponed = 0 }: Idea): boolean => timesPostponed >= MOST_TIMES;

/**
 * Those who decide have no room for it now, and promise to read it again on a day. Until then it stands in nobody's way: no
 * queue has it, and it comes back by itself. They answer within their days from then.
 */
export const postpone = defineCommand('postpone')<Postponed>({
  from: ['submitted'],
  by: ['decider'],
  words: maybeReason,
  sameVersion: true,
  when: (idea) => idea.waiting?.for === 'deciders' && idea.restsUntil === undefined && !isPostponedEnough(idea),
  // While it rests it is not asked for: then it cannot be done now.
  refusedAs: (idea) =>
    idea.restsUntil === undefined && isPostponedEnough(idea) ? { code: 'postponedTwice' } : undefined,
  leadsTo: (context) => {
    const { data, today, setting } = context;
    const refused = dayRefused('until', data.until, { after: today, last: addMonths(today, FARTHEST_WAIT_MONTHS) });
    if (refused) return refuse(refused);
    const answerBy = openDay(addDays(data.until, setting.answerDays.leader), setting.calendar);
    return happens(postponed, waitsFor(context, 'submitted', { for: 'deciders' }, answerBy), data);
  },
});

export const postponed = defineDecision('postponed')<Postponed>({
  changes: (idea, { data: { until, obstacle } }) => ({
    ...{ ...idea, restsUntil: until, timesPostponed: (idea.timesPostponed ?? 0) + 1 },
    ...(obstacle && { obstacle }),
  }),
  hears: ['submitter', 'followers'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
});
