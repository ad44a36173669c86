import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';

/** Half of a test has gone: its driver is asked how it goes. */
export const lookHalfWay = defineCommand('lookHalfWay')({
  from: ['piloting'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.test?.halfWay !== undefined,
  leadsTo: (context) =>
    hasCome(context.idea.test?.halfWay, context.today)
      ? happens(halfWay, stays(context), {})
      : refuse({ code: 'notNow' }),
});

export const halfWay = defineEvent('halfWay')({
  changes: (idea) => {
    if (!idea.test) return idea;
    const { halfWay: _, ...test } = idea.test;
    return { ...idea, test };
  },
  hears: ['driver'],
  stop: 'reminders',
  wordsOf: 'record',
  asksWorker: 'reminder',
});
