import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { adoption } from '../../use/in-use.js';
import { usedOrTested } from '../conditions.js';
import { type OfDepartment, usingThere } from './departments.js';

/** "Det här ändrar vi hos oss": what a department that takes the idea in does in its own way. Said anew, it takes the place of what was said. */
export const adapt = defineCommand('adapt')<OfDepartment>({
  from: usedOrTested,
  by: ['adopter'],
  words: { ownWay: 'required' },
  sameVersion: false,
  leadsTo: (context) =>
    usingThere(context) ?? happens(adapted, stays(context), { department: context.data.department }),
});

export const adapted = defineEvent('adapted')<OfDepartment>({
  ofAdoption: true,
  changes: (idea, { data: { department }, words: { ownWay } }) =>
    adoption(idea, department, {
      ...(idea.adoptions[department] ?? { status: 'using' }),
      ...(ownWay && { ownWay }),
    }),
  hears: ['owner'],
  gathers: true,
  leavesRights: true,
  wordsOf: 'person',
});
