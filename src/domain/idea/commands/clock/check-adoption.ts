import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { adoption } from '../../use/in-use.js';
import { spreading } from '../conditions.js';

interface CheckedDepartment {
  department: string;
}

/** A department that has taken the idea in is asked, once, whether it uses it. */
export const checkAdoption = defineCommand('checkAdoption')<CheckedDepartment>({
  from: spreading,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { department } = context.data;
    const due = hasCome(context.idea.adoptions[department]?.checkOn, context.today);
    return due ? happens(adoptionChecked, stays(context), { department }) : refuse({ code: 'notNow' });
  },
});

export const adoptionChecked = defineEvent('adoptionChecked')<CheckedDepartment>({
  ofAdoption: true,
  changes: (idea, { data }) => {
    const { checkOn: _, ...rest } = idea.adoptions[data.department] ?? { status: 'using' as const };
    return adoption(idea, data.department, rest);
  },
  hears: ['adopters'],
  leadersIn: ({ data }) => [data.department],
  stop: 'reminders',
  asksBeside: ['adopters'],
  wordsOf: 'record',
});
