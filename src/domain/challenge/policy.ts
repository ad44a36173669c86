import type { Directory } from '../organisation/directory.js';
import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import type { Challenge } from './challenge.js';

/** What somebody is to a challenge. `speaker`: leads a department, deputises in it or manages the whole of it, and can say that it takes part. `decider`: leads or manages the department whose it is, or is of the innovation office. `taker`: has taken down the answer from outside that is spoken of, and decides still. */
export type ChallengeRole = 'publisher' | 'asked' | 'owner' | 'decider' | 'speaker' | 'taker' | 'clock';

/** So many departments take part in one: more do not meet. */
export const MOST_TAKING_PART = 8;

/** So many may wait for an owner or for answers at a time: who is asked for more is asked for nothing. */
export const MOST_OPEN = { department: 3, office: 5 } as const;

/** The most that may be open where this one would be. */
export const mostOpenFor = (department: string | undefined): number =>
  department === undefined ? MOST_OPEN.office : MOST_OPEN.department;

type Deciding = Pick<Posts, 'leads' | 'manages' | 'office'>;
type Speaking = Pick<Posts, 'leads' | 'manages'> & Partial<Pick<Posts, 'deputises'>>;

/** Whether somebody with these posts leads or manages the whole of a department: a unit's manager has a part of it alone. */
const hasDepartment = ({ leads, manages }: Pick<Deciding, 'leads' | 'manages'>, department: string): boolean =>
  leads.includes(department) || manages.some((post) => post.department === department && post.unit === undefined);

/** The departments for which somebody may publish a challenge. The innovation office publishes the municipality's. */
export const publishesFor = ({ leads, manages }: Pick<Deciding, 'leads' | 'manages'>): string[] => [
  ...new Set([...leads, ...manages.flatMap(({ department, unit }) => (unit === undefined ? [department] : []))]),
];

/** The departments for which somebody says whether they take part, as of an idea: their deputies may too. */
export const speaksForIn = (posts: Speaking): string[] => [
  ...new Set([...publishesFor(posts), ...(posts.deputises ?? [])]),
];

/** Whether somebody with these posts may publish one for a department, or without one for the municipality. */
export const mayPublish = (posts: Deciding, department: string | undefined): boolean =>
  department === undefined ? posts.office : hasDepartment(posts, department);

/**
 * The codes by which departments stand in a challenge: that by which it is theirs, or those under which they take part already, else the
 * one that they have now. So a department that has had another code, or that others have become a part of, is there once.
 */
export const codesInChallenge = (
  { department, takingPart = {} }: Pick<Challenge, 'department' | 'takingPart'>,
  codes: readonly string[],
  { codeNow, everyCode }: Pick<Directory, 'codeNow' | 'everyCode'>,
): string[] => [
  ...new Set(
    codes.flatMap((code) => {
      if (department !== undefined && codeNow(code) === codeNow(department)) return [department];
      const held = everyCode([code]).filter((one) => Object.hasOwn(takingPart, one));
      return held.length > 0 ? held : [codeNow(code)];
    }),
  ),
];

/** The departments that take part beside the one that asks, each once by the code that it has now. */
export function partnersNow(
  { department, takingPart = {} }: Pick<Challenge, 'department' | 'takingPart'>,
  { codeNow }: Pick<Directory, 'codeNow'>,
): string[] {
  const own = department === undefined ? undefined : codeNow(department);
  return [...new Set(Object.keys(takingPart).map(codeNow))].filter((code) => code !== own);
}

/** What somebody is to a challenge, who stands in it under any of these references. */
export function rolesInChallenge(
  challenge: Pick<Challenge, 'publisher' | 'owner' | 'department'>,
  { refs, posts }: { refs: readonly PersonRef[]; posts: Deciding & Speaking },
): Set<ChallengeRole> {
  const { publisher, owner, department } = challenge;
  const roles = new Set<ChallengeRole>();
  if (refs.includes(publisher)) roles.add('publisher');
  if (owner && refs.includes(owner.person)) roles.add(owner.accepted ? 'owner' : 'asked');
  if (posts.office || (department !== undefined && hasDepartment(posts, department))) roles.add('decider');
  if (speaksForIn(posts).some((code) => code !== department)) roles.add('speaker');
  return roles;
}

/** Whether it takes one of the places that its department has for challenges that are open. */
export const stillOpen = ({ stage }: Pick<Challenge, 'stage'>): boolean => stage === 'proposed' || stage === 'open';
