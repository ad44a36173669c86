import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineEvent } from '../../event.js';
import { agreedIn } from '../../people/successor.js';
import { happens, stays, within } from '../../standing.js';
import { acceptedBy } from '../conditions.js';

/** Asks somebody whether they take over if the test works: before it, so that they are part of it from the start. */
export const nameSuccessor = defineCommand('nameSuccessor')<{ person: PersonRef }>({
  from: agreedIn,
  by: ['driver', 'decider'],
  words: {},
  sameVersion: false,
  when: (idea, roles) => acceptedBy('driver')(idea, roles) && (roles.has('decider') || !isHandedIn(idea)),
  leadsTo: (context) => {
    const { idea, data } = context;
    if (idea.successor?.person === data.person) return refuse({ code: 'cannotBeAsked' });
    return happens(successorNamed, stays(context), { person: data.person, until: within(context, 'owner') });
  },
});

export const successorNamed = defineEvent('successorNamed')<{ person: PersonRef; until: Day }>({
  persons: { person: 'traced' },
  // Who names themself has said yes by it.
  changes: (idea, { by, data: { person, until } }) => ({
    ...idea,
    successor: person === by ? { person, accepted: true } : { person, accepted: false, until },
  }),
  hears: ['added'],
  atOnce: ['added'],
  asksBeside: ['added'],
  wordsOf: 'record',
});
