import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens } from '../../standing.js';
import { without } from '../changes.js';
import { asksToAccept, maybeReason } from '../conditions.js';

/** Whoever is asked to do it says no. */
export const declineDoing = defineCommand('declineDoing')({
  from: ['doing'],
  by: ['doer'],
  words: maybeReason,
  sameVersion: true,
  when: asksToAccept('doer'),
  leadsTo: (context) => happens(doingDeclined, forDeciders(context, 'submitted'), {}),
});

export const doingDeclined = defineEvent('doingDeclined')({
  changes: (idea) => without(idea, 'doer'),
  hears: ['deciders'],
  atOnce: ['deciders'],
  wordsOf: 'person',
});
