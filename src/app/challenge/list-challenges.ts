import { type ListedChallenges, listedChallenges } from '../../domain/challenge/reading.js';
import type { Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { mayPublishFor, rolesIn } from './roles.js';

/** What somebody sees of challenges; `publishes`: they may publish one. One round trip's time. */
export async function listChallenges(deps: Deps, person: Person): Promise<ListedChallenges & { publishes: boolean }> {
  const all = await deps.challenges.listed();
  const { departments, municipality } = mayPublishFor(deps, person);
  const listed = listedChallenges(all, todayIn(deps), (one) => rolesIn(deps, person, one));
  return { ...listed, publishes: municipality || departments.length > 0 };
}
