import { openDay } from '../../../organisation/calendar/calendar.js';
import { longestPause } from '../../../person/away.js';
import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { addDays, type Day, daysBetween, laterOf } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stages } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** `leader`: whoever is back first, and `until`: their last day away. */
interface Away {
  leader: PersonRef;
  until: Day;
}

/**
 * Nobody is there to answer before the promised day: who leads is away, and nobody stands in. The days that were left go on when
 * they are back. What is late already is late: its way through the chain goes on.
 */
export const pause = defineCommand('pause')<Away>({
  from: ['submitted', 'exploring', 'planning', 'piloting', 'scaling'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: ({ waiting, reminded, answerBy }) => waiting !== undefined && !reminded && answerBy !== undefined,
  leadsTo: (context) => {
    const { idea, data, today, setting } = context;
    const { waiting, answerBy, paused: before } = idea;
    const { leader, until } = data;
    // From the test on, what a leader has on as one person is a test's or a solution's own day: it is not put off for a holiday.
    const isAskedByName = waiting && 'person' in waiting && !stages[idea.stage].tested && waiting.person === leader;
    const isTheirs = waiting?.for === 'deciders' || isAskedByName;
    if (!isTheirs || !answerBy || answerBy < today || answerBy > until) return refuse({ code: 'notNow' });
    const since = before?.since ?? today;
    if (until > longestPause(since)) return refuse({ code: 'notNow' });
    const moved = daysBetween(laterOf(today, before?.until), until);
    const later = openDay(addDays(answerBy, moved), setting.calendar);
    const back = openDay(addDays(until, 1), setting.calendar);
    return happens(paused, { ...stays(context), answerBy: laterOf(later, back) }, { leader, since, until, back });
  },
});

/** `since`: from which day on; `back`: the first day on which they are at work again. */
export const paused = defineEvent('paused')<Away & { since: Day; back: Day }>({
  persons: { leader: 'traced' },
  changes: (idea, { data: { since, until } }) => ({ ...idea, paused: { since, until } }),
  hears: ['submitter'],
  submittersOnly: true,
  promisesAnew: true,
  leavesRights: true,
  idle: true,
  wordsOf: 'record',
});
