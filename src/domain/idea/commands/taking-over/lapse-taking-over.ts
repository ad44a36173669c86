import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { agreedIn, isAsked, successorAsked } from '../../people/successor.js';
import { happens, stays } from '../../standing.js';
import { without } from '../changes.js';

/** Whoever was asked to take over has not answered in time, and is not asked any more. */
export const lapseTakingOver = defineCommand('lapseTakingOver')({
  from: agreedIn,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: isAsked,
  leadsTo: (context) => {
    const asked = successorAsked(context.idea);
    if (!asked || asked.until >= context.today) return refuse({ code: 'notNow' });
    return happens(takingOverLapsed, stays(context), { person: asked.person });
  },
});

export const takingOverLapsed = defineEvent('takingOverLapsed')<{ person: PersonRef }>({
  persons: { person: 'traced' },
  changes: (idea) => without(idea, 'successor'),
  hears: ['driver', 'leader'],
  wordsOf: 'record',
});
