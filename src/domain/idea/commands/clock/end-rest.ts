import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';

/**
 * The day has come on which those who decide have promised to read it again: it is theirs to answer, by the day that was promised with it; where nobody is there to
 * answer by then, in their days from when they are back.
 */
export const endRest = defineCommand('endRest')<UntilBack>({
  from: ['submitted'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.restsUntil !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!hasCome(idea.restsUntil, today)) return refuse({ code: 'notNow' });
    const { awayUntil } = data;
    const cannotKeep = awayUntil !== undefined && idea.answerBy !== undefined && idea.answerBy <= awayUntil;
    if (!cannotKeep) return happens(restEnded, stays(context), {});
    return happens(restEnded, forDeciders(onceBack(context, data), 'submitted'), { awayUntil });
  },
});

export const restEnded = defineEvent('restEnded')<UntilBack>({
  changes: ({ restsUntil: _, ...idea }, { day, data }) => ({ ...idea, ...pausedOn(day, data) }),
  hears: ['deciders', 'submitter', 'followers'],
  atOnce: ['deciders'],
  promisesAnew: true,
  wordsOf: 'record',
});
