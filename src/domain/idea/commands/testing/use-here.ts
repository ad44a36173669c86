import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { isReady } from '../../needs.js';
import { ended, happens } from '../../standing.js';
import { inUse } from '../../use/in-use.js';

/** What was tested is used where it was tested, and nowhere else is asked. */
export const useHere = defineCommand('useHere')({
  from: ['piloting'],
  by: ['decider'],
  words: { done: 'optional' },
  sameVersion: true,
  when: isReady,
  leadsTo: () => happens(usedHere, ended('inUse'), {}),
});

export const usedHere = defineDecision('usedHere')<Noted>({
  changes: inUse,
  // Nobody has anything more to do: whose idea it is goes before who drove it.
  hears: ['submitter', 'driver', 'granter', 'partners', 'followers'],
  tellsResult: true,
  wordsOf: 'record',
  inPost: true,
});
