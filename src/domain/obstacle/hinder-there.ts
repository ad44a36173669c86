import { defineCommand } from '../idea/command.js';
import { spreading } from '../idea/commands/conditions.js';
import { notLed, type OfDepartment } from '../idea/commands/scaling/departments.js';
import { defineEvent } from '../idea/event.js';
import type { Idea } from '../idea/idea.js';
import { happens, stays } from '../idea/standing.js';
import { adoption } from '../idea/use/in-use.js';
import { hinderedThere as standsThere } from '../idea/waiting/hindered.js';
import { refuse } from '../result.js';

/** `obstacle`: by its id. */
interface HinderedThere extends OfDepartment {
  obstacle: string;
}

/** "Vad hindrar?", of a department that has answered “Inte nu”: what keeps it from taking the idea in, or that it is another thing than it had said. */
export const hinderThere = defineCommand('hinderThere')<HinderedThere>({
  from: spreading,
  by: ['adopter'],
  words: {},
  sameVersion: false,
  when: ({ adoptions }) => Object.values(adoptions).some(({ status }) => status === 'notNow'),
  leadsTo: (context) => {
    const { idea, data } = context;
    const there = idea.adoptions[data.department];
    if (there?.status !== 'notNow' || there.obstacle === data.obstacle) return refuse({ code: 'notNow' });
    return notLed(context) ?? happens(departmentHindered, stays(context), data);
  },
});

export const departmentHindered = defineEvent('departmentHindered')<HinderedThere>({
  ofAdoption: true,
  changes: (idea, { data: { department, obstacle } }) =>
    adoption(idea, department, { ...(idea.adoptions[department] ?? { status: 'notNow' }), obstacle }),
  hears: [],
  wordsOf: 'record',
  leavesRights: true,
});

/** `faded`: nobody has taken care of it for a year, and nobody hears of it here. */
interface GoneThere extends HinderedThere {
  faded?: true;
}

/** What kept a department from taking the idea in is gone, and it hears so: it may take it in now. */
export const liftThere = defineCommand('liftThere')<GoneThere>({
  from: spreading,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => standsThere(idea).length > 0,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { department, obstacle, faded } = data;
    if (!standsThere(idea).some(([code, one]) => code === department && one === obstacle))
      return refuse({ code: 'notNow' });
    const what = { department, obstacle };
    return faded
      ? happens(obstacleForgottenThere, stays(context), what)
      : happens(obstacleGoneThere, stays(context), what);
  },
});

/** The idea where nothing keeps a department from it any more, of which it would have to be told. */
function withoutObstacle(idea: Idea, department: string): Idea {
  const { obstacle: _, ...there } = idea.adoptions[department] ?? { status: 'notNow' as const };
  return adoption(idea, department, there);
}

export const obstacleGoneThere = defineEvent('obstacleGoneThere')<HinderedThere>({
  ofAdoption: true,
  changes: (idea, { data }) => withoutObstacle(idea, data.department),
  hears: ['adopters'],
  leadersIn: ({ data }) => [data.department],
  leavesRights: true,
  wordsOf: 'record',
});

export const obstacleForgottenThere = defineEvent('obstacleForgottenThere')<HinderedThere>({
  ofAdoption: true,
  changes: (idea, { data }) => withoutObstacle(idea, data.department),
  hears: [],
  leavesRights: true,
  wordsOf: 'record',
});
