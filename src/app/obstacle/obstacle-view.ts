import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle, type ObstacleRole } from '../../domain/obstacle/policy.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { HinderedIdea } from '../../store/idea/lists/hindered.js';
import type { Deps } from '../deps.js';
import { rolesByObstacle } from './roles.js';

/** How many ideas wait for an obstacle to go, and in how many departments: never which. */
export interface Stops {
  ideas: number;
  departments: number;
  /** No idea waits for it to go on: only departments that do not take one in. */
  onlyThere?: true;
}

/** An obstacle as one reader sees it. */
export interface ObstacleView {
  obstacle: Obstacle;
  roles: ReadonlySet<ObstacleRole>;
  /** Of those in it whose names may be shown. */
  names: ReadonlyMap<PersonRef, string>;
  stops: Stops;
}

/** An obstacle as somebody may read it; undefined where there is none, and where it is not for them. Two round trips. */
export async function openObstacle(deps: Deps, person: Person, id: string): Promise<ObstacleView | undefined> {
  const obstacle = (await deps.obstacles.load(id))?.obstacle;
  return obstacle && mayReadObstacle(obstacle, rolesByObstacle(deps, person, obstacle))
    ? viewObstacle(deps, person, obstacle)
    : undefined;
}

/** One round trip's time. `known`: what waits for it, where that has been read. */
export async function viewObstacle(
  deps: Deps,
  person: Person,
  obstacle: Obstacle,
  known?: readonly HinderedIdea[],
): Promise<ObstacleView> {
  const { id, owner } = obstacle;
  const [named, hindered] = await Promise.all([
    deps.people.namesOf(owner === undefined ? [] : [owner]),
    known ?? deps.obstacles.hinderedBy(id),
  ]);
  const names = new Map([...named].map(([ref, { name }]) => [ref, name]));
  return { obstacle, roles: rolesByObstacle(deps, person, obstacle), names, stops: stopsOf(deps, hindered) };
}

/** Of departments that have become one, that one counts. */
export const stopsOf = ({ directory }: Pick<Deps, 'directory'>, hindered: readonly HinderedIdea[]): Stops => ({
  ideas: new Set(hindered.map(({ id }) => id)).size,
  departments: new Set(hindered.map(({ department }) => directory().codeNow(department))).size,
  ...(hindered.length > 0 && hindered.every(({ there }) => there) && { onlyThere: true as const }),
});
