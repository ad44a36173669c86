import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { defineEvent, type Noted } from '../../event.js';
import { happens, stays, waitsFor } from '../../standing.js';
import { assigned } from '../changes.js';
import { spreading } from '../conditions.js';

interface OwnerNamed {
  owner: PersonRef;
}

/** Somebody else is asked to look after it in ordinary operations. */
export const nameOwner = defineCommand('nameOwner')<OwnerNamed>({
  from: spreading,
  by: ['decider'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const isWaiting = idea.stage === 'scaling';
    const to = isWaiting ? waitsFor(context, 'scaling', { for: 'owner', person: data.owner }) : stays(context);
    return happens(ownerNamed, to, data);
  },
});

export const ownerNamed = defineEvent('ownerNamed')<OwnerNamed & Noted>({
  persons: { owner: 'traced' },
  changes: (idea, { by, data }) => ({ ...idea, owner: assigned(data.owner, by, idea.owner) }),
  hears: ['owner'],
  atOnce: ['owner'],
  wordsOf: 'record',
  inPost: true,
});
