import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { agreedIn, isAsked } from '../../people/successor.js';
import { happens, stays } from '../../standing.js';
import { without } from '../changes.js';
import { maybeReason } from '../conditions.js';

/** "Helst någon annan", from whoever is asked to take over. */
export const declineTakingOver = defineCommand('declineTakingOver')({
  from: agreedIn,
  by: ['askedSuccessor'],
  words: maybeReason,
  sameVersion: false,
  when: isAsked,
  leadsTo: (context) => happens(takingOverDeclined, stays(context), {}),
});

export const takingOverDeclined = defineEvent('takingOverDeclined')({
  changes: (idea) => without(idea, 'successor'),
  hears: ['driver', 'leader'],
  wordsOf: 'person',
});
