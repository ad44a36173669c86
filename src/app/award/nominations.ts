import { canBeNominated, type Nomination, nominationYears } from '../../domain/award/nomination.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';

const PAGE = 10;
/** As many pages of it can be turned; the file holds as many. */
const MOST_PAGES = 50;
/** So many are read at the same time for a file. */
const READ_TOGETHER = 50;

export interface NominatedIdea {
  nomination: Nomination;
  idea: Idea;
}

/** What has been nominated in a year. */
export interface Nominations {
  year: string;
  /** The other year of which it can be had. */
  other: string;
  page: number;
  /** There are others than these. */
  more: boolean;
  all: readonly NominatedIdea[];
}

/** Of which year, and which page of it. */
export interface NominationsAsked {
  year?: string | undefined;
  page?: number | undefined;
}

/** A page of what has been nominated in a year and may be told, for the innovation office; undefined for others, and where there is no award. Two round trips' time. */
export async function nominationsOf(
  deps: Deps,
  person: Person,
  { year: asked, page: wanted = 0 }: NominationsAsked,
): Promise<Nominations | undefined> {
  if (!mayRead(deps, person)) return undefined;
  const { year, other } = yearsFor(deps, asked);
  const page = Math.min(wanted, MOST_PAGES - 1);
  const names = await deps.nominations.accepted(year, (page + 1) * PAGE + 1);
  const all = await readAll(deps, names.slice(page * PAGE, (page + 1) * PAGE));
  return { year, other, page, all, more: names.length > (page + 1) * PAGE && page < MOST_PAGES - 1 };
}

/** All that has been nominated in a year, for a file. Two round trips' time for each fifty. */
export async function everyNominationOf(
  deps: Deps,
  person: Person,
  { year: asked }: Pick<NominationsAsked, 'year'>,
): Promise<Nominations | undefined> {
  if (!mayRead(deps, person)) return undefined;
  const { year, other } = yearsFor(deps, asked);
  const names = await deps.nominations.accepted(year, MOST_PAGES * PAGE + 1);
  const all: NominatedIdea[] = [];
  for (let from = 0; from < MOST_PAGES * PAGE && from < names.length; from += READ_TOGETHER)
    all.push(...(await readAll(deps, names.slice(from, Math.min(from + READ_TOGETHER, MOST_PAGES * PAGE)))));
  return { year, other, page: 0, all, more: names.length > MOST_PAGES * PAGE };
}

const mayRead = ({ directory, settings }: Deps, person: Person): boolean =>
  postsHeld(person, directory()).office && settings().award !== undefined;

/** Of no other years than these two: what is older has been awarded. */
function yearsFor(deps: Deps, asked: string | undefined): { year: string; other: string } {
  const [first, second] = nominationYears(todayIn(deps));
  return asked === second ? { year: second, other: first } : { year: first, other: second };
}

async function readAll(deps: Deps, names: readonly { idea: string; name: string }[]): Promise<NominatedIdea[]> {
  const [found, ideas] = await Promise.all([
    Promise.all(names.map(({ idea, name }) => deps.nominations.named(idea, name))),
    deps.ideas.loadAll([...new Set(names.map(({ idea }) => idea))]),
  ]);
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  return found.flatMap((nomination) => {
    const idea = nomination && !nomination.no && byId.get(nomination.idea);
    return idea && canBeNominated(idea) ? [{ nomination, idea }] : [];
  });
}
