import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';

/** Those who have withdrawn an idea take its words back too. */
export const withholdWords = defineCommand('withholdWords')({
  from: ['withdrawn'],
  by: ['submitter'],
  words: {},
  sameVersion: false,
  when: (idea) => !idea.withheld,
  leadsTo: (context) => happens(wordsWithheld, stays(context), {}),
});

export const wordsWithheld = defineEvent('wordsWithheld')({
  changes: (idea) => ({ ...idea, withheld: true }),
  hears: [],
  wordsOf: 'record',
  takesAway: () => true,
});
