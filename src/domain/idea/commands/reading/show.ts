import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Those who decide show again what was hidden. */
export const show = defineCommand('show')({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.hidden,
  leadsTo: (context) => happens(shown, stays(context), {}),
});

export const shown = defineEvent('shown')({
  changes: ({ hiddenSince: _, ...idea }) => ({ ...idea, hidden: false }),
  hears: ['submitter'],
  wordsOf: 'record',
});
