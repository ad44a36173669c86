import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { Person } from '../../domain/person/person.js';
import type { HinderedIdea } from '../../store/idea/lists/hindered.js';
import type { Deps } from '../deps.js';
import { type Stops, stopsOf } from './obstacle-view.js';
import { mayKeepObstacles } from './roles.js';

/** One that stands in the way, and what it stops. */
export interface ListedObstacle {
  obstacle: Obstacle;
  stops: Stops;
}

/**
 * What stops ideas, that which stops most of them first: for those who may take care of it, undefined for everybody else. One that stops
 * nothing is left out. One round trip's time.
 */
export async function listObstacles(deps: Deps, person: Person): Promise<ListedObstacle[] | undefined> {
  return mayKeepObstacles(deps, person) ? whatStops(deps) : undefined;
}

/** The same, whoever reads; of one department what stops its own ideas. One round trip's time. */
export async function whatStops(deps: Deps, department?: string): Promise<ListedObstacle[]> {
  const [standing, hindered] = await Promise.all([deps.obstacles.standing(), deps.obstacles.hindered()]);
  const byObstacle = new Map<string, HinderedIdea[]>();
  for (const one of hindered) {
    if (department !== undefined && deps.directory().codeNow(one.department) !== department) continue;
    byObstacle.set(one.obstacle, [...(byObstacle.get(one.obstacle) ?? []), one]);
  }
  return standing
    .map((obstacle) => ({ obstacle, stops: stopsOf(deps, byObstacle.get(obstacle.id) ?? []) }))
    .filter(({ stops }) => stops.ideas > 0)
    .toSorted((one, other) => other.stops.ideas - one.stops.ideas || (one.obstacle.id < other.obstacle.id ? -1 : 1));
}
