import type { Idea } from '../../domain/idea/idea.js';
import { departmentAsked, departmentsOf } from '../../domain/idea/policy.js';
import { codesAsked } from '../../domain/idea/use/own-codes.js';
import { hinderedThere, waitsForObstacle } from '../../domain/idea/waiting/hindered.js';
import { type Obstacle, standingStages } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle, type ObstacleRole } from '../../domain/obstacle/policy.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';
import type { Beside } from '../idea/beside.js';
import { alikeObstacles } from './alike-obstacles.js';
import { type Stops, stopsOf } from './obstacle-view.js';
import { mayKeepObstacles, rolesByObstacle } from './roles.js';

/** What keeps an idea from going on, or the reader's own department from taking it in, as its card tells. */
export interface ObstacleOfIdea {
  obstacle: Obstacle;
  /** The department that does not take the idea in because of it, by the code under which the idea knows it; absent: it keeps the idea itself from going on. */
  there?: string;
  roles: ReadonlySet<ObstacleRole>;
  stops: Stops;
  /** Those that resemble it and may be the same, for whoever may take care of obstacles. */
  alike: readonly Obstacle[];
}

/** Looked up only of an idea that waits for one; undefined where that does not stand in the way any more. */
export const obstacleOfIdea: Beside<ObstacleOfIdea> = {
  async lookUp(deps, person, idea) {
    const waits = waitsForObstacle(idea);
    const [there, id] = waits === undefined ? (keepsThem(deps, person, idea) ?? []) : [undefined, waits];
    if (id === undefined) return undefined;
    const keeps = mayKeepObstacles(deps, person);
    const [stored, hindered, alikeTo] = await Promise.all([
      deps.obstacles.load(id),
      deps.obstacles.hinderedBy(id),
      keeps ? alikeObstacles(deps) : () => [],
    ]);
    const obstacle = stored?.obstacle;
    if (!obstacle || !standingStages.some((one) => one === obstacle.stage)) return undefined;
    const roles = rolesByObstacle(deps, person, obstacle);
    if (!mayReadObstacle(obstacle, roles)) return undefined;
    // One that several wait for is known: it is the others that may turn out to be it.
    const alike = hindered.length > 1 ? [] : alikeTo(obstacle);
    return { obstacle, ...(there !== undefined && { there }), roles, stops: stopsOf(deps, hindered), alike };
  },
};

/**
 * Which of the reader's departments does not take the idea in, and because of which obstacle: the one for which they are asked, else
 * any under whatever code it has there. The office, which looks after obstacles, is shown the first of all.
 */
function keepsThem({ directory }: Deps, person: Person, idea: Idea): [code: string, obstacle: string] | undefined {
  const waiting = hinderedThere(idea);
  if (waiting.length === 0) return undefined;
  const own = departmentsOf(person, directory());
  const codes = codesAsked(idea, 'adoptions', own, directory());
  const asked = departmentAsked(idea, codes);
  const theirs = waiting.find(([there]) => there === asked) ?? waiting.find(([there]) => codes.includes(there));
  return theirs ?? (postsHeld(person, directory()).office ? waiting[0] : undefined);
}
