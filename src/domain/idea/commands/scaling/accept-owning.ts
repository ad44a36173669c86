import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays, waitsFor } from '../../standing.js';
import { accepted } from '../changes.js';
import { asksToAccept, spreading } from '../conditions.js';

/** Whoever is asked to look after it says yes. */
export const acceptOwning = defineCommand('acceptOwning')({
  from: spreading,
  by: ['owner'],
  words: {},
  sameVersion: true,
  when: asksToAccept('owner'),
  leadsTo: (context) => {
    const { stage, owner } = context.idea;
    const isWaiting = stage === 'scaling' && owner;
    const to = isWaiting ? waitsFor(context, 'scaling', { for: 'owner', person: owner.person }) : stays(context);
    return happens(owningAccepted, to, {});
  },
});

export const owningAccepted = defineEvent('owningAccepted')({
  changes: accepted('owner'),
  hears: ['leader'],
  wordsOf: 'record',
  newTask: () => true,
});
