import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';

interface Concerned {
  departments: string[];
}

/** Names departments that it also concerns. */
export const concern = defineCommand('concern')<Concerned>({
  from: open,
  by: ['decider', 'driver'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const known = [idea.department, ...idea.concerns];
    const departments = [...new Set(data.departments)].filter((code) => !known.includes(code));
    if (departments.length === 0) return refuse({ code: 'noDepartment' });
    return happens(concerned, stays(context), { departments });
  },
});

export const concerned = defineEvent('concerned')<Concerned>({
  changes: (idea, { data }) => ({ ...idea, concerns: [...idea.concerns, ...data.departments] }),
  hears: ['concerned'],
  leadersIn: ({ data }) => data.departments,
  leavesRights: true,
  wordsOf: 'record',
  opens: () => true,
});
