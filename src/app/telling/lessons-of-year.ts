import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isOpenToEverybody } from '../../domain/idea/reading/visibility.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { yearAndLast } from '../../domain/time.js';
import { type Deps, todayIn } from '../deps.js';
import { inOrder } from '../figures/figure-ideas.js';

/** So many lessons are told: more nobody reads in one booklet, which then says that there are more. */
const MOST_TOLD = 60;
/** So many ideas that ended are looked through for them: as many as storage gives at once. */
const MOST_ENDED = 1000;
/** Until this month a year is told of that has ended: of the new one there is little yet. */
const YEAR_BEGINS_IN_MONTH = 3;

export interface LessonsOfYear {
  year: number;
  /** With a lesson that everybody may read, the newest first. */
  ideas: readonly Idea[];
  /** There are others than these. */
  more: boolean;
}

/**
 * What was learned in a year, this or the last, of ideas that ended after a test, for the innovation office; undefined for others,
 * and where nothing is counted. Where no year is asked for it is the one of which there is most to tell. Three round trips at any number of ideas.
 */
export async function lessonsOfYear(
  deps: Deps,
  person: Person,
  { year: asked }: { year?: string | undefined } = {},
): Promise<LessonsOfYear | undefined> {
  if (!postsHeld(person, deps.directory()).office || !deps.settings().measuring) return undefined;
  const reading = await deps.figureState.read();
  if (!reading) return undefined;
  const [current, last] = yearAndLast(todayIn(deps));
  const isNew = Number(todayIn(deps).slice(5, 7)) < YEAR_BEGINS_IN_MONTH;
  const told = asked === current || asked === last ? asked : isNew ? last : current;
  const months = { first: `${told}-01`, last: `${told}-12` };
  const ended = await deps.figures.cases(
    reading.counting,
    { name: 'endings', department: EVERYWHERE, ...months },
    MOST_ENDED,
  );
  const ids = [...new Set(inOrder(ended).flatMap(({ id, hit }) => (hit ? [id] : [])))];
  const ideas = await deps.ideas.loadAll(ids.slice(0, MOST_TOLD));
  return {
    year: Number(told),
    ideas: ideas.filter((idea) => idea.ending?.lesson && isOpenToEverybody(idea)),
    more: ids.length > MOST_TOLD,
  };
}
