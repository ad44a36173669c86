import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import type { Obstacle } from './obstacle.js';

/**
 * What somebody is to an obstacle. `keeper`: leads a department, whichever, or is of the innovation office: an obstacle stands between
 * departments, and whoever can take it away may. `office`: is of the office.
 */
export type ObstacleRole = 'namer' | 'owner' | 'keeper' | 'office' | 'clock';

type PostsKeeping = Pick<Posts, 'leads' | 'office'>;

/** Whether somebody with these posts may take care of obstacles. */
export const keepsObstacles = ({ leads, office }: PostsKeeping): boolean => office || leads.length > 0;

/** What somebody is to an obstacle, who stands in it under any of these references. */
export function rolesInObstacle(
  { namedBy, owner }: Pick<Obstacle, 'namedBy' | 'owner'>,
  { refs, posts }: { refs: readonly PersonRef[]; posts: PostsKeeping },
): Set<ObstacleRole> {
  const roles = new Set<ObstacleRole>();
  if (refs.includes(namedBy)) roles.add('namer');
  if (owner !== undefined && refs.includes(owner)) roles.add('owner');
  if (keepsObstacles(posts)) roles.add('keeper');
  if (posts.office) roles.add('office');
  return roles;
}

/** Whether somebody with these roles may read what stands in the way: everybody, and what is hidden those who may take care of it. */
export const mayReadObstacle = ({ hidden }: Pick<Obstacle, 'hidden'>, roles: ReadonlySet<ObstacleRole>): boolean =>
  !hidden || roles.has('keeper');
