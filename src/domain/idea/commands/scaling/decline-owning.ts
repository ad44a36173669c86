import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { without } from '../changes.js';
import { asksToAccept, maybeReason, spreading } from '../conditions.js';

/** Whoever is asked to look after it says no. */
export const declineOwning = defineCommand('declineOwning')({
  from: spreading,
  by: ['owner'],
  words: maybeReason,
  sameVersion: true,
  when: asksToAccept('owner'),
  leadsTo: (context) => {
    const to = context.idea.stage === 'scaling' ? forDeciders(context, 'scaling') : stays(context);
    return happens(owningDeclined, to, {});
  },
});

export const owningDeclined = defineEvent('owningDeclined')({
  changes: (idea) => without(idea, 'owner'),
  hears: ['deciders'],
  atOnce: ['deciders'],
  wordsOf: 'person',
});
