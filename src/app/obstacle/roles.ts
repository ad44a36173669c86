import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { keepsObstacles, type ObstacleRole, rolesInObstacle } from '../../domain/obstacle/policy.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';

/** What somebody is to an obstacle, as posts are now. */
export const rolesByObstacle = (
  deps: Pick<Deps, 'directory'>,
  person: Person,
  obstacle: Pick<Obstacle, 'namedBy' | 'owner'>,
): Set<ObstacleRole> =>
  rolesInObstacle(obstacle, { refs: heldRefsOf(person), posts: postsHeld(person, deps.directory()) });

/** Whether somebody may take care of obstacles: only they see which ones stop several ideas. */
export const mayKeepObstacles = (deps: Pick<Deps, 'directory'>, person: Person): boolean =>
  keepsObstacles(postsHeld(person, deps.directory()));
