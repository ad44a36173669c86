import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { accepted } from '../changes.js';
import { asksToAccept } from '../conditions.js';

/** Whoever is asked to do it says yes. */
export const acceptDoing = defineCommand('acceptDoing')({
  from: ['doing'],
  by: ['doer'],
  words: {},
  sameVersion: true,
  when: asksToAccept('doer'),
  leadsTo: (context) => happens(doingAccepted, stays(context), {}),
});

export const doingAccepted = defineEvent('doingAccepted')({
  changes: accepted('doer'),
  hears: ['leader'],
  wordsOf: 'record',
  newTask: () => true,
});
