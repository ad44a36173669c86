import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import type { Challenge } from './challenge.js';

/** What somebody is to a challenge. `speaker`: leads or manages a whole department, and can say that it takes part. `decider`: leads or manages the department whose it is, or is of the innovation office. `taker`: has taken down the answer from outside that is spoken of, and decides still. */
export type ChallengeRole = 'publisher' | 'asked' | 'owner' | 'decider' | 'speaker' | 'taker' | 'clock';

/** So many departments take part in one: more do not meet. */
export const MOST_TAKING_PART = 8;

/** So many may wait for an owner or for answers at a time: who is asked for more is asked for nothing. */
export const MOST_OPEN = { department: 3, office: 5 } as const;

/** The most that may be open where this one would be. */
export const mostOpenFor = (department: string | undefined): number =>
  department === undefined ? MOST_OPEN.office : MOST_OPEN.department;

type Deciding = Pick<Posts, 'leads' | 'manages' | 'office'>;

/** Whether somebody with these posts leads or manages the whole of a department: a unit's manager has a part of it alone. */
const hasDepartment = ({ leads, manages }: Deciding, department: string): boolean =>
  leads.includes(department) || manages.some((post) => post.department === department && post.unit === undefined);

/** The departments for which somebody may publish a challenge. The innovation office publishes the municipality's. */
export const publishesFor = ({ leads, manages }: Deciding): string[] => [
  ...new Set([...leads, ...manages.flatMap(({ department, unit }) => (unit === undefined ? [department] : []))]),
];

/** Whether somebody with these posts may publish one for a department, or without one for the municipality. */
export const mayPublish = (posts: Deciding, department: string | undefined): boolean =>
  department === undefined ? posts.office : hasDepartment(posts, department);

/** What somebody is to a challenge, who stands in it under any of these references. */
export function rolesInChallenge(
  challenge: Pick<Challenge, 'publisher' | 'owner' | 'department'>,
  { refs, posts }: { refs: readonly PersonRef[]; posts: Deciding },
): Set<ChallengeRole> {
  const { publisher, owner, department } = challenge;
  const roles = new Set<ChallengeRole>();
  if (refs.includes(publisher)) roles.add('publisher');
  if (owner && refs.includes(owner.person)) roles.add(owner.accepted ? 'owner' : 'asked');
  if (posts.office || (department !== undefined && hasDepartment(posts, department))) roles.add('decider');
  if (publishesFor(posts).some((code) => code !== department)) roles.add('speaker');
  return roles;
}

/** Whether it takes one of the places that its department has for challenges that are open. */
export const stillOpen = ({ stage }: Pick<Challenge, 'stage'>): boolean => stage === 'proposed' || stage === 'open';
