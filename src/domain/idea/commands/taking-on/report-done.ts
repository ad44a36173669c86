import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { ended, happens } from '../../standing.js';
import { inUse } from '../../use/in-use.js';
import { acceptedBy } from '../conditions.js';

/** It is done, and in use from now on. */
export const reportDone = defineCommand('reportDone')({
  from: ['doing', 'exploring'],
  by: ['doer', 'driver', 'decider'],
  words: { done: 'required' },
  sameVersion: true,
  when: (idea, roles) => acceptedBy(idea.stage === 'doing' ? 'doer' : 'driver')(idea, roles),
  leadsTo: () => happens(done, ended('inUse'), {}),
});

export const done = defineDecision('done')({
  changes: inUse,
  hears: ['submitter', 'leader', 'followers'],
  wordsOf: 'record',
});
