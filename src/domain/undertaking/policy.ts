import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import type { Undertaking } from './undertaking.js';

/**
 * What somebody is to an undertaking. `keeper`: leads, stands in for who leads, or manages the whole of the department whose it is.
 */
export type UndertakingRole = 'adder' | 'keeper' | 'office' | 'clock';

type UndertakingPosts = Pick<Posts, 'leads' | 'deputises' | 'manages' | 'office'>;

/** The departments for which somebody undertakes things: a unit's manager has a part of one alone. */
export const undertakesFor = ({ leads, deputises, manages }: UndertakingPosts): string[] => [
  ...new Set([
    ...[...leads, ...deputises],
    ...manages.flatMap(({ department, unit }) => (unit === undefined ? [department] : [])),
  ]),
];

/** What somebody is to an undertaking, who stands in it under any of these references. */
export function rolesInUndertaking(
  { addedBy, department }: Pick<Undertaking, 'addedBy' | 'department'>,
  { refs, posts }: { refs: readonly PersonRef[]; posts: UndertakingPosts },
): Set<UndertakingRole> {
  const roles = new Set<UndertakingRole>();
  if (refs.includes(addedBy)) roles.add('adder');
  if (undertakesFor(posts).includes(department)) roles.add('keeper');
  if (posts.office) roles.add('office');
  return roles;
}

/** Whether somebody with these roles may read it: everybody, and what is hidden those who keep it and the office. */
export const mayReadUndertaking = (
  { hidden }: Pick<Undertaking, 'hidden'>,
  roles: ReadonlySet<UndertakingRole>,
): boolean => !hidden || roles.has('keeper') || roles.has('office');
