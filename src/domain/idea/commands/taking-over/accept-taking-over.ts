import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { agreedIn, isAsked } from '../../people/successor.js';
import { happens, stays } from '../../standing.js';

/** "Jag är med från början". */
export const acceptTakingOver = defineCommand('acceptTakingOver')({
  from: agreedIn,
  by: ['askedSuccessor'],
  words: {},
  sameVersion: false,
  when: isAsked,
  leadsTo: (context) => happens(takingOverAccepted, stays(context), {}),
});

export const takingOverAccepted = defineEvent('takingOverAccepted')({
  changes: (idea) =>
    idea.successor ? { ...idea, successor: { person: idea.successor.person, accepted: true } } : idea,
  hears: ['driver', 'leader'],
  wordsOf: 'record',
});
