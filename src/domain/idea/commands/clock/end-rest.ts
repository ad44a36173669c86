import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';

/** The day has come on which those who decide have promised to read it again: it is theirs to answer, by the day that was promised with it. */
export const endRest = defineCommand('endRest')({
  from: ['submitted'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.restsUntil !== undefined,
  leadsTo: (context) =>
    hasCome(context.idea.restsUntil, context.today)
      ? happens(restEnded, stays(context), {})
      : refuse({ code: 'notNow' }),
});

export const restEnded = defineEvent('restEnded')({
  changes: ({ restsUntil: _, ...idea }) => idea,
  hears: ['deciders', 'submitter', 'followers'],
  atOnce: ['deciders'],
  wordsOf: 'record',
});
