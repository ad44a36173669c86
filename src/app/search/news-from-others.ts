import type { Idea } from '../../domain/idea/idea.js';
import { type Person, refsOf } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { worksIn } from '../idea/people/works-in.js';
import type { SearchFilter } from '../search-index/search-index.js';
import { documentOf, isKnownTo } from './document.js';
import { metBefore } from './met-before.js';

/** What there is to meet, in this order: one that is tested, one that is used, one from which something was learned. */
const kinds = [
  { stages: ['piloting'] },
  { stages: ['inUse', 'scaling'] },
  { stages: ['closed'], withLesson: true },
] as const satisfies readonly SearchFilter[];

/** So many of the department's own ideas say what it works on, and so many of others are looked at for each kind. */
const MOST_OWN = 4;
const MOST_NEAR = 4;

export interface NewsFromOthers {
  ideas: readonly Idea[];
  /** Not all ideas can be found yet: the bot has just started. */
  building: boolean;
}

/**
 * "Nytt från andra": of each kind one idea of another department, the nearest to one's own by goals and words, and never one that
 * the person has met in the last 90 days; what is given counts as met. At most twenty requests, in four round trips' time.
 */
export async function newsFromOthers(deps: Deps, person: Person): Promise<NewsFromOthers> {
  const { searching, ideas, met } = deps;
  const today = todayIn(deps);
  const worksAt = worksIn(deps, person);
  const own = worksAt === undefined ? [] : deps.directory().everyCode([worksAt]);
  const [before, work] = await Promise.all([metBefore(deps, person.ref, today), workOf(deps, own)]);
  const others = { ...(own.length > 0 && { notIn: own }), except: [...before] };
  const nearest = await Promise.all(kinds.map((kind) => nearestOf(deps, work, { ...kind, ...others })));
  const found = await ideas.loadAll(nearest.flat());
  const mine = new Set(refsOf(person));
  const news = nearest.flatMap((ids, at) => {
    const shown = ids.flatMap((id) => found.find((idea) => idea.id === id) ?? []);
    return shown.find((idea) => isNews(idea, kinds[at], own) && !isOwn(idea, mine)) ?? [];
  });
  if (news.length > 0)
    await met.add(
      person.ref,
      news.map(({ id }) => id),
      today,
    );
  return { ideas: news, building: !searching.isWhole() };
}

/** What a department works on: the words and goals of the ideas to which something has happened last. */
interface WorkedOn {
  words: string;
  goals: readonly string[];
}

async function workOf({ searching, ideas }: Deps, departments: readonly string[]): Promise<WorkedOn> {
  if (departments.length === 0) return { words: '', goals: [] };
  const { hits } = await searching.search('', { filter: { departments }, newest: true, limit: MOST_OWN });
  const own = (await ideas.loadAll(hits.map(({ id }) => id))).filter((idea) => documentOf(idea));
  return {
    words: own.map(({ words }) => words.title).join(' '),
    goals: [...new Set(own.flatMap(({ goals = [] }) => goals))],
  };
}

/** Ids, the nearest first: with the same goals and words, the same goals, the same words, and then whatever is newest. Asked in memory. */
async function nearestOf({ searching }: Deps, { words, goals }: WorkedOn, filter: SearchFilter): Promise<string[]> {
  const withGoals = { ...filter, goals };
  const near = (query: string, by: SearchFilter) =>
    searching.search(query, { filter: by, limit: MOST_NEAR, ...(query === '' && { newest: true as const }) });
  const pages = await Promise.all([
    ...(goals.length > 0 && words !== '' ? [near(words, withGoals)] : []),
    ...(goals.length > 0 ? [near('', withGoals)] : []),
    ...(words !== '' ? [near(words, filter)] : []),
    near('', filter),
  ]);
  return [...new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id)))].slice(0, MOST_NEAR);
}

/** Whether an idea as it stands now is still what it is shown as, whatever the index knows. */
function isNews(idea: Idea, kind: SearchFilter | undefined, departments: readonly string[]): boolean {
  const document = documentOf(idea);
  return (
    document !== undefined &&
    kind?.stages?.includes(idea.stage) === true &&
    !isKnownTo(document, departments) &&
    (kind.withLesson !== true || document.lesson !== undefined)
  );
}

const isOwn = ({ submitter, coSubmitters, joined = [] }: Idea, refs: ReadonlySet<string>): boolean =>
  [submitter, ...coSubmitters, ...joined].some((ref) => refs.has(ref));
