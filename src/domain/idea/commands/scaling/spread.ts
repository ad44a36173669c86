import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { ended, happens } from '../../standing.js';
import { inUse } from '../../use/in-use.js';

/** Those who take it in have done so: it is in use. */
export const spread = defineCommand('spread')({
  from: ['scaling'],
  by: ['owner', 'decider'],
  words: { done: 'optional' },
  sameVersion: true,
  when: (idea) => idea.owner?.accepted === true,
  leadsTo: () => happens(takenIn, ended('inUse'), {}),
});

export const takenIn = defineDecision('spread')({
  changes: inUse,
  hears: ['owner', 'leader', 'submitter', 'driver', 'partners', 'followers'],
  wordsOf: 'record',
});
