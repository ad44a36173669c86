import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { isReady } from '../../needs.js';
import { happens, waitsFor, within } from '../../standing.js';
import { assigned } from '../changes.js';
import { notYetAsked, withInvited } from './departments.js';

interface Scaled {
  owner: PersonRef;
  departments: string[];
}

/** From one place that has tested it to many that use it: an owner looks after it, and departments are asked to take it in. */
export const scale = defineCommand('scale')<Scaled>({
  from: ['piloting'],
  by: ['decider'],
  words: {},
  sameVersion: true,
  when: isReady,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { owner } = data;
    const departments = notYetAsked(data.departments, idea);
    // After another test the same departments take it in: they are asked already.
    if (departments.length === 0 && Object.keys(idea.adoptions).length === 0) return refuse({ code: 'noDepartment' });
    return happens(scaled, waitsFor(context, 'scaling', { for: 'owner', person: owner }), {
      owner,
      departments,
      answerBy: within(context, 'leader'),
    });
  },
});

export const scaled = defineDecision('scaled')<Scaled & { answerBy: Day }>({
  persons: { owner: 'traced' },
  changes: (idea, { by, data }) => ({ ...withInvited(idea, data), owner: assigned(data.owner, by) }),
  hears: ['owner', 'invited', 'submitter', 'driver', 'successor', 'granter', 'partners', 'followers'],
  atOnce: ['owner', 'invited'],
  tellsResult: true,
  leadersIn: ({ data }) => data.departments,
  asksBeside: ['invited'],
  wordsOf: 'record',
  inPost: true,
});
