import type { Challenge } from '../../domain/challenge/challenge.js';
import {
  type ChallengeRole,
  codesInChallenge,
  publishesFor,
  rolesInChallenge,
  speaksForIn,
} from '../../domain/challenge/policy.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';

/** What somebody is to a challenge, as posts are now: of a department that has become a part of another, those of that one count. */
export function rolesIn(
  deps: Pick<Deps, 'directory'>,
  person: Person,
  { publisher, owner, department }: Pick<Challenge, 'publisher' | 'owner' | 'department'>,
): Set<ChallengeRole> {
  const now = department !== undefined && { department: deps.directory().codeNow(department) ?? department };
  const challenge = { publisher, ...(owner && { owner }), ...now };
  return rolesInChallenge(challenge, { refs: heldRefsOf(person), posts: postsHeld(person, deps.directory()) });
}

/** Codes of the departments for which they say whether these take part, as the challenge knows them. */
export const speaksFor = (
  deps: Pick<Deps, 'directory'>,
  person: Person,
  challenge: Pick<Challenge, 'department' | 'takingPart'>,
): string[] => {
  const directory = deps.directory();
  return codesInChallenge(challenge, speaksForIn(postsHeld(person, directory)), directory);
};

/** For which departments somebody may publish a challenge, and whether for the municipality: none, and they may not at all. */
export function mayPublishFor(
  deps: Pick<Deps, 'directory'>,
  person: Person,
): { departments: string[]; municipality: boolean } {
  const posts = postsHeld(person, deps.directory());
  const departments = publishesFor(posts).filter((code) => deps.directory().department(code) !== undefined);
  return { departments, municipality: posts.office };
}
