import { refuse } from '../../../result.js';
import { addDays, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { checkersOf, checksFor, waitsForChecks } from '../../deciding/checks.js';
import { defineEvent } from '../../event.js';
import { happens, stays, within } from '../../standing.js';

/** Whoever is asked before a test has not answered in time: they are reminded, and whoever leads the work hears it, until they answer or the plan ends. */
export const remindChecks = defineCommand('remindChecks')({
  from: ['planning'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: waitsForChecks,
  leadsTo: (context) => {
    const { checksUntil } = context.idea;
    if (checksUntil === undefined || addDays(checksUntil, 1) > context.today) return refuse({ code: 'notNow' });
    return happens(checksReminded, stays(context), { until: within(context, 'leader') });
  },
});

export const checksReminded = defineEvent('checksReminded')<{ until: Day }>({
  changes: (idea, { data }) => ({ ...idea, checksUntil: data.until }),
  hears: ['checkers', 'deciders', 'driver'],
  atOnce: ['checkers'],
  asksBeside: ['checkers', 'deciders'],
  tells: ({ as, person }, _, idea) =>
    as === 'checkers' ? checkersOf(idea).includes(person) : as === 'driver' || checksFor(idea, undefined).length > 0,
  wordsOf: 'record',
});
