import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { happens, waitsFor } from '../../standing.js';
import { assigned, withoutQuestion } from '../changes.js';

interface Explored {
  driver: PersonRef;
}

/** A leader takes an idea on and names who drives it: whoever is named is asked first, but for the one who names themself. */
export const explore = defineCommand('explore')<Explored>({
  from: ['submitted'],
  by: ['decider'],
  words: {},
  sameVersion: true,
  leadsTo: (context) => {
    const { data } = context;
    return happens(explored, waitsFor(context, 'exploring', { for: 'driver', person: data.driver }), data);
  },
});

export const explored = defineDecision('explored')<Explored & Noted>({
  persons: { driver: 'traced' },
  changes: (idea, { by, data }) => ({
    ...withoutQuestion(idea),
    // Who only notes what others have decided leads nothing.
    ...(!data.outside && { leader: by }),
    driver: assigned(data.driver, by),
  }),
  hears: ['driver', 'submitter', 'followers'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
});
