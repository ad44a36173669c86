import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { remindBetterOn, unasked } from '../../use/adoption.js';
import { adoption, isAdoptionDue } from '../../use/in-use.js';
import { usedOrTested } from '../conditions.js';

interface RemindedDepartment {
  department: string;
}

/** A department that has not said what has become better is reminded, once: then nothing is asked of it any more. */
export const remindBetter = defineCommand('remindBetter')<RemindedDepartment>({
  from: usedOrTested,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) =>
    isAdoptionDue(context.idea, context.data.department, remindBetterOn, context.today)
      ? happens(betterReminded, stays(context), context.data)
      : refuse({ code: 'notNow' }),
});

export const betterReminded = defineEvent('betterReminded')<RemindedDepartment>({
  ofAdoption: true,
  changes: (idea, { data: { department } }) =>
    adoption(idea, department, unasked(idea.adoptions[department] ?? { status: 'using' })),
  hears: ['adopters'],
  leadersIn: ({ data }) => [data.department],
  stop: 'reminders',
  asksBeside: ['adopters'],
  wordsOf: 'record',
});
