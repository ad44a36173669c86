import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stages } from '../../stages.js';
import { happens, stays, within } from '../../standing.js';
import { acceptedBy, spreading } from '../conditions.js';
import { notYetAsked, withInvited } from './departments.js';

/** More departments are asked to take it in. */
export const invite = defineCommand('invite')<{ departments: string[] }>({
  from: spreading,
  by: ['owner', 'decider'],
  words: {},
  sameVersion: false,
  when: acceptedBy('owner'),
  leadsTo: (context) => {
    const departments = notYetAsked(context.data.departments, context.idea);
    if (departments.length === 0) return refuse({ code: 'noDepartment' });
    return happens(invited, stays(context), { departments, answerBy: within(context, 'leader') });
  },
});

export const invited = defineEvent('invited')<{ departments: string[]; answerBy: Day }>({
  changes: (idea, { data }) => withInvited(idea, data),
  hears: ['invited'],
  atOnce: ['invited'],
  leadersIn: ({ data }) => data.departments,
  asksBeside: ['invited'],
  overtaken: ({ stage }) => !stages[stage].spreads,
  wordsOf: 'record',
});
