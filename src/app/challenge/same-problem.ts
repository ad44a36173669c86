import type { Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { type ChallengeView, openChallenge } from './challenge-view.js';

/**
 * "Samma problem hos oss" of a challenge, or not any more: whoever says so hears how it turns out. Undefined where there is no challenge that
 * they may read. Three round trips.
 */
export async function saySameProblem(
  deps: Deps,
  person: Person,
  id: string,
  on: boolean,
): Promise<ChallengeView | undefined> {
  const view = await openChallenge(deps, person, id);
  if (!view || view.same.mine === on) return view;
  if (on) {
    await deps.follows.add(id, person.ref, { record: 'challenge', department: person.department });
    if (deps.settings().measuring && person.unit && !person.protected)
      deps.besideLog.sameProblem(person.unit, todayIn(deps));
  } else await deps.follows.remove(id, person.ref);
  return openChallenge(deps, person, id);
}
