import { type GoalFigures, goalsOf } from '../../domain/figures/goals.js';
import { NOW } from '../../domain/figures/mark.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import { waitsOf } from '../../domain/figures/waits.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isOpenToEverybody } from '../../domain/idea/reading/visibility.js';
import type { Department } from '../../domain/organisation/organisation.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result } from '../../domain/result.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { yearOf } from '../../domain/year-parts.js';
import { type Deps, todayIn } from '../deps.js';
import { type ListedObstacle, whatStops } from '../obstacle/list-obstacles.js';
import { mayKeepObstacles } from '../obstacle/roles.js';
import { undertakenIn } from '../undertaking/list-undertakings.js';
import { inOrder } from './figure-ideas.js';
import type { NoOverview } from './overview.js';
import { readerOfPlace } from './report.js';

/** What a department, or the whole municipality, writes in its plan of the next year, from how things stand today. */
export interface Plan {
  /** The present one, and the one that is planned. */
  present: string;
  year: string;
  /** Absent: the whole municipality. */
  department?: Department | undefined;
  /** What stops ideas there, that which stops most of them first. */
  obstacles: readonly ListedObstacle[];
  /** Each goal of the municipality with the ideas there that serve it. */
  goals: readonly GoalFigures[];
  /** How many ideas wait for money, and some of those that everybody may read. */
  waiting: number;
  waitingIdeas: readonly Idea[];
  /** What was undertaken for the present year and has been moved, or is past its day. */
  moved: readonly Undertaking[];
  /** What is undertaken for the next one already. */
  next: readonly Undertaking[];
}

/** So many ideas that wait for money are looked through for those that everybody may read. */
const WAITING_READ = 10;

/**
 * What goes into the plan of next year, of one of the reader's own departments or of the whole municipality. Of a department the number that waits
 * is told, never how long: who decides on its money may be one person. Four round trips at any number of ideas and years.
 */
export async function writePlan(
  deps: Deps,
  person: Person,
  { department: code }: { department?: string | undefined },
): Promise<Result<Plan, NoOverview>> {
  const read = await readerOfPlace(deps, person, code);
  if (!read.ok) return read;
  const { counting, department } = read.value;
  const today = todayIn(deps);
  const present = yearOf(today);
  const year = String(Number(present) + 1);
  const codes = department ? deps.directory().everyCode([department.code]) : [EVERYWHERE];
  // Which ones stop ideas of several departments only those see who may take care of them.
  const seesObstacles = department !== undefined || mayKeepObstacles(deps, person);
  const [stops, standing, undertaken, next] = await Promise.all([
    seesObstacles ? whatStops(deps, department?.code) : [],
    deps.figures.standing(counting, codes),
    undertakenIn(deps, present, department),
    undertakenIn(deps, year, department),
  ]);
  const now = standing.map(({ sums }) => sums);
  const waits = waitsOf(now, new Map(), today).filter(({ role }) => role === 'funder');
  const cases = await Promise.all(
    waits.flatMap(({ stage, role }) =>
      codes.map((one) => {
        const name = `waiting.${stage}.${role}`;
        return deps.figures.cases(counting, { name, department: one, first: NOW, last: NOW }, WAITING_READ);
      }),
    ),
  );
  const ids = [...new Set(inOrder(cases.flat()).map(({ id }) => id))].slice(0, WAITING_READ);
  const waiting = await deps.ideas.loadAll(ids);
  const isShown = ({ hidden }: Undertaking) => !hidden;
  return accept({
    ...{ present, year, department },
    obstacles: stops.filter(({ obstacle }) => !obstacle.hidden),
    goals: goalsOf(deps.settings().goals, now),
    waiting: waits.reduce((sum, { ideas }) => sum + ideas, 0),
    waitingIdeas: waiting.filter((idea) => idea.waiting?.for === 'funder' && isOpenToEverybody(idea)),
    moved: undertaken.filter((one) => isShown(one) && isMoved(one, today)),
    next: next.filter((one) => isShown(one) && one.stage === 'planned'),
  });
}

/** Whether it is still to be done, on another day than was said or after its day. */
const isMoved = ({ stage, moved, until }: Undertaking, today: string): boolean =>
  stage === 'planned' && (moved !== undefined || until < today);
