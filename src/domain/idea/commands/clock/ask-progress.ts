import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { askProgressOn } from '../../waiting/silence.js';
import { open } from '../conditions.js';

/** Whoever has said yes to the work and is quiet is asked for one line. */
export const askProgress = defineCommand('askProgress')({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: true,
  when: (idea) => askProgressOn(idea) !== undefined,
  leadsTo: (context) =>
    hasCome(askProgressOn(context.idea), context.today)
      ? happens(progressAsked, stays(context), {})
      : refuse({ code: 'notNow' }),
});

export const progressAsked = defineEvent('progressAsked')({
  hears: ['waitedFor'],
  wordsOf: 'record',
  asksWorker: 'line',
});
