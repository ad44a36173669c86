import { refuse } from '../../../result.js';
import { type Day, isDay, isNear } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { saidOf } from '../../use/adoption.js';
import { adoption, checkFor, goesOnAt } from '../../use/in-use.js';
import { usedOrTested } from '../conditions.js';
import { notLed, type OfDepartment, statusIn } from './departments.js';

interface Adopted extends OfDepartment {
  status: 'testing' | 'using';
  start: Day;
}

/** A leader takes the idea in for the own department. */
export const adopt = defineCommand('adopt')<Adopted>({
  from: usedOrTested,
  by: ['adopter'],
  words: { contact: 'optional' },
  sameVersion: false,
  leadsTo: (context) => {
    const { data, idea, today } = context;
    const refused = notLed(context);
    if (refused) return refused;
    if (!goesOnAt(idea.stage, statusIn(context))) return refuse({ code: 'notNow' });
    // A colleague has said the same already: nobody is told twice.
    if (statusIn(context) === data.status) return refuse({ code: 'notNow' });
    // It may have begun long ago.
    if (!isDay(data.start)) return refuse({ code: 'badDate', field: 'start' });
    if (!isNear(data.start, today)) return refuse({ code: 'dateFarOff', field: 'start' });
    return happens(adopted, stays(context), data);
  },
});

export const adopted = defineDecision('adopted')<Adopted>({
  ofAdoption: true,
  changes: (idea, { day, data, words }) => {
    const { department, status, start } = data;
    const { contact } = words;
    const before = idea.adoptions[department];
    const checkOn = checkFor(before, start, day);
    return adoption(idea, department, {
      ...{ status, start, ...(checkOn && { checkOn }), ...(contact && { contact }) },
      ...saidOf(before),
    });
  },
  hears: ['owner', 'leader', 'submitter'],
  gathers: true,
  wordsOf: 'contact',
  inPost: true,
  chain: () => 'adopting',
});
