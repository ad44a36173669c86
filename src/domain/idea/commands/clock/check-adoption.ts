import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { asked } from '../../use/adoption.js';
import { adoption, isAdoptionDue } from '../../use/in-use.js';
import { usedOrTested } from '../conditions.js';

interface CheckedDepartment {
  department: string;
}

/** A department that has taken the idea in, or tests it, is asked, once, how it goes and what has become better. */
export const checkAdoption = defineCommand('checkAdoption')<CheckedDepartment>({
  from: usedOrTested,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) =>
    isAdoptionDue(context.idea, context.data.department, ({ checkOn }) => checkOn, context.today)
      ? happens(adoptionChecked, stays(context), context.data)
      : refuse({ code: 'notNow' }),
});

export const adoptionChecked = defineEvent('adoptionChecked')<CheckedDepartment>({
  ofAdoption: true,
  changes: (idea, { day, data }) =>
    adoption(idea, data.department, asked(idea.adoptions[data.department] ?? { status: 'using' }, day)),
  hears: ['adopters'],
  leadersIn: ({ data }) => [data.department],
  stop: 'reminders',
  asksBeside: ['adopters'],
  wordsOf: 'record',
});
