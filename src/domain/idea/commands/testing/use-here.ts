import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { isReady } from '../../needs.js';
import { successorOf } from '../../people/successor.js';
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
  // Whoever has said yes to taking over looks after it from now on.
  changes: (idea, event) => {
    const successor = successorOf(idea);
    const used = inUse(idea, event);
    return successor ? { ...used, owner: { person: successor, accepted: true } } : used;
  },
  // Nobody has anything more to do: whose idea it is goes before who drove it.
  hears: ['submitter', 'driver', 'successor', 'granter', 'partners', 'followers'],
  tellsResult: true,
  wordsOf: 'record',
  inPost: true,
});
