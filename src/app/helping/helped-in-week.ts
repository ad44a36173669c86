import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Week } from '../../domain/time.js';
import type { Deps } from '../deps.js';

/** Somebody who has helped a colleague with an idea, and how. */
export interface HelpedInWeek {
  name: string;
  thanks: string;
}

/** So many are told of a week. */
const MOST_TOLD = 5;

/**
 * Who of those whom somebody manages have helped others, where they want their manager to know. A request for each department of
 * theirs and a name for each who is told; none for whoever manages nothing.
 */
export async function helpedIn(deps: Deps, person: Person, week: Week): Promise<HelpedInWeek[]> {
  const { manages } = postsHeld(person, deps.directory());
  if (manages.length === 0) return [];
  const departments = [...new Set(manages.map(({ department }) => department))];
  const codes = deps.directory().everyCode(departments);
  const found = await Promise.all(
    codes.map(async (code) => (await deps.helpRequests.thankedIn(week, code)).map((one) => ({ ...one, code }))),
  );
  const theirs = found
    .flat()
    .filter(({ unit, code, helper }) =>
      manages.some(
        (place) =>
          helper !== person.ref &&
          deps.directory().codeNow(code) === place.department &&
          (place.unit === undefined || place.unit === unit),
      ),
    )
    .slice(0, MOST_TOLD);
  const known = await deps.people.byRefs(theirs.map(({ helper }) => helper));
  return theirs.flatMap(({ helper, thanks }) => {
    const who = known.get(helper)?.person;
    return who && !who.protected ? [{ name: who.name, thanks }] : [];
  });
}
