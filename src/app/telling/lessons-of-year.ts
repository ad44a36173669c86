import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isOpenToEverybody } from '../../domain/idea/reading/visibility.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';
import { inOrder } from '../figures/figure-ideas.js';

/** So many ideas that ended are read: more lessons nobody reads in one booklet. */
const MOST_READ = 60;
/** Until this month a year is told of that has ended: of the new one there is little yet. */
const YEAR_BEGINS_IN_MONTH = 3;

export interface LessonsOfYear {
  year: number;
  /** With a lesson that everybody may read, the newest first. */
  ideas: readonly Idea[];
}

/** What was learned in a year of ideas that ended after a test, for the innovation office; undefined for others, and where nothing is counted. Three round trips at any number of ideas. */
export async function lessonsOfYear(deps: Deps, person: Person): Promise<LessonsOfYear | undefined> {
  if (!postsHeld(person, deps.directory()).office || !deps.settings().measuring) return undefined;
  const reading = await deps.figureState.read();
  if (!reading) return undefined;
  const [year = 0, month = 1] = todayIn(deps).split('-').map(Number);
  const told = month < YEAR_BEGINS_IN_MONTH ? year - 1 : year;
  const months = { first: `${told}-01`, last: `${told}-12` };
  const ended = await deps.figures.cases(
    reading.counting,
    { name: 'endings', department: EVERYWHERE, ...months },
    MOST_READ,
  );
  const ids = inOrder(ended).flatMap(({ id, hit }) => (hit ? [id] : []));
  const ideas = await deps.ideas.loadAll([...new Set(ids)]);
  return { year: told, ideas: ideas.filter((idea) => idea.ending?.lesson && isOpenToEverybody(idea)) };
}
