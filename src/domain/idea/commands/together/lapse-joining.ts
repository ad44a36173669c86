import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { unasked } from '../../people/together.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';
import { askedAs, someAsked } from './asked.js';

/** A colleague has not answered in time, and is not asked any more. */
export const lapseJoining = defineCommand('lapseJoining')<{ person: PersonRef }>({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: someAsked,
  leadsTo: (context) => {
    const asked = askedAs(context.idea, context.data.person);
    if (!asked || asked.until >= context.today) return refuse({ code: 'notNow' });
    return happens(coSubmitterLapsed, stays(context), { person: asked.person, asker: asked.by });
  },
});

export const coSubmitterLapsed = defineEvent('coSubmitterLapsed')<{ person: PersonRef; asker: PersonRef }>({
  persons: { person: 'traced', asker: 'found' },
  changes: (idea, { data }) => unasked(idea, data.person),
  hears: ['asker'],
  wordsOf: 'record',
});
