import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { unasked } from '../../people/together.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';
import { askedAs, someAsked } from './asked.js';

/** A colleague says that the idea is not theirs. */
export const declineJoining = defineCommand('declineJoining')({
  from: open,
  by: ['invitee'],
  words: {},
  sameVersion: false,
  when: someAsked,
  leadsTo: (context) => {
    const asked = askedAs(context.idea, context.actor.ref);
    if (!asked) return refuse({ code: 'notNow' });
    return happens(coSubmitterDeclined, stays(context), { asker: asked.by });
  },
});

export const coSubmitterDeclined = defineEvent('coSubmitterDeclined')<{ asker: PersonRef }>({
  persons: { asker: 'found' },
  changes: (idea, { by }) => ({ ...unasked(idea, by), saidNo: [...new Set([...(idea.saidNo ?? []), by])] }),
  hears: ['asker'],
  wordsOf: 'record',
});
