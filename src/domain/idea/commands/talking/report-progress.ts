import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';

/** "En rad om läget". What was promised stands: a line says how it goes, and sets no other date. */
export const reportProgress = defineCommand('reportProgress')({
  from: open,
  by: ['driver', 'doer', 'owner'],
  words: { progress: 'required' },
  sameVersion: false,
  when: (idea, roles) => (['driver', 'doer', 'owner'] as const).some((task) => roles.has(task) && idea[task]?.accepted),
  leadsTo: (context) => happens(progressReported, stays(context), {}),
});

export const progressReported = defineEvent('progressReported')({
  changes: (idea, { by, day, words }) => ({ ...idea, progress: { by, on: day, text: words.progress ?? '' } }),
  hears: ['submitter', 'followers'],
  gathers: true,
  only: 'progress',
  wordsOf: 'person',
});
