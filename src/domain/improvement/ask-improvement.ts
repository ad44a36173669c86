import { defineCommand } from '../idea/command.js';
import { defineEvent } from '../idea/event.js';
import { isOpenToEverybody } from '../idea/reading/visibility.js';
import { happens, stays } from '../idea/standing.js';
import { refuse } from '../result.js';
import { addDays, type Day, hasCome } from '../time.js';
import { saysNothing } from './improvement.js';

/** So long it can be answered: whoever has their day card twice a week has met it by then. */
const ASKED_FOR_DAYS = 21;

/**
 * "Har det blivit bättre?", when the idea has been in use for some weeks: asked once of those who have the same problem and of the
 * departments that take part. `shared`: there is somebody to ask. One that is out of sight is asked about when it is to be read again.
 */
export const askImprovement = defineCommand('askImprovement')<{ shared?: true }>({
  from: ['inUse'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: ({ improvement }) => improvement?.askOn !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!isOpenToEverybody(idea) || !hasCome(idea.improvement?.askOn, today)) return refuse({ code: 'notNow' });
    return happens(improvementAsked, stays(context), data.shared ? { until: addDays(today, ASKED_FOR_DAYS) } : {});
  },
});

/** `until`: the last day for answers; absent where nobody shares the problem, and so nobody was asked. */
export const improvementAsked = defineEvent('improvementAsked')<{ until?: Day }>({
  changes: ({ improvement: _, ...idea }, { data: { until } }) => ({
    ...idea,
    ...(until && { improvement: { until } }),
  }),
  hears: ['partners', 'sharing'],
  tells: ({ person }, { data }, idea) => data.until !== undefined && !saysNothing(person, idea),
  asksBeside: ['partners', 'sharing'],
  overtaken: ({ stage, improvement }) => stage !== 'inUse' || improvement?.until === undefined,
  seenBy: (_, { data }) => data.until !== undefined,
  wordsOf: 'record',
  idle: true,
  leavesRights: true,
});
