import type { Idea } from '../../domain/idea/idea.js';
import { type Role, rolesOn } from '../../domain/idea/policy.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import { knownOn } from './leave-marks.js';
import { namesIn, shownTo } from './open-idea.js';

/** Another idea as somebody may see it, to be shown beside the one that is proposed to become a part of it. */
export interface Beside {
  idea: Idea;
  roles: ReadonlySet<Role>;
  names: ReadonlyMap<PersonRef, string>;
}

/** The idea that this one is proposed to become a part of, for those who decide on either of them. Two round trips' time, none where nothing is proposed. */
export async function besideOf(
  deps: Pick<Deps, 'ideas' | 'people' | 'directory' | 'marks'>,
  person: Person,
  { proposal }: Idea,
  roles: ReadonlySet<Role>,
): Promise<Beside | undefined> {
  if (!proposal || !(roles.has('answerer') || roles.has('decider'))) return undefined;
  const found = await deps.ideas.load(proposal.into);
  if (!found) return undefined;
  const { idea } = found;
  // Whoever answers decides there, whether as a deputy or not.
  const there = rolesOn(await knownOn(deps, person, [idea]), idea, deps.directory, roles.has('answerer'));
  return { idea, roles: there, names: shownTo({ ref: person.ref, roles: there }, idea, await namesIn(deps, idea)) };
}
