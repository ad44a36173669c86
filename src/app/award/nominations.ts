import { canBeNominated, type Nomination } from '../../domain/award/nomination.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';

/** So many of a year are shown and filled in: an office reads no more, and no municipality gives as many awards. */
const MOST_SHOWN = 30;

export interface NominatedIdea {
  nomination: Nomination;
  idea: Idea;
}

/** What has been nominated this year and may be told, for the innovation office; undefined for others, and where there is no award. Three round trips. */
export async function nominatedThisYear(deps: Deps, person: Person): Promise<NominatedIdea[] | undefined> {
  if (!postsHeld(person, deps.directory()).office || !deps.settings().award) return undefined;
  const names = await deps.nominations.accepted(todayIn(deps).slice(0, 4), MOST_SHOWN);
  const [found, ideas] = await Promise.all([
    Promise.all(names.map(({ idea, name }) => deps.nominations.named(idea, name))),
    deps.ideas.loadAll([...new Set(names.map(({ idea }) => idea))]),
  ]);
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  return found.flatMap((nomination) => {
    const idea = nomination && byId.get(nomination.idea);
    return idea && canBeNominated(idea) ? [{ nomination, idea }] : [];
  });
}
