import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { Deps } from '../deps.js';
import { documentOf } from './document.js';

/** Which of the ideas with these words are shown. */
export const searchTabs = ['all', 'inUse', 'piloting', 'lessons'] as const;
export type SearchTab = (typeof searchTabs)[number];

export interface Sought {
  query: string;
  tab: SearchTab;
  /** Code of a department that has it, that it came from, or that takes part. */
  department?: string | undefined;
  /** Code of a goal that it serves. */
  goal?: string | undefined;
  /** From 0. */
  page: number;
}

export interface SoughtIdeas {
  sought: Sought;
  /** As they stand now, the best first. */
  ideas: readonly Idea[];
  /** How many there are in all. */
  total: number;
  more: boolean;
  /** Not all ideas can be found yet: the bot has just started. */
  building: boolean;
}

/** As many as one page shows. */
export const HITS_A_PAGE = 8;

/** In use, or being introduced: there is somebody to ask. */
const stagesOf: { readonly [T in SearchTab]?: readonly Stage[] } = {
  inUse: ['inUse', 'scaling'],
  piloting: ['piloting'],
};

/** Which ideas are looked for. `departments`: every code of the one that is asked for. */
type Narrowed = Pick<Sought, 'query' | 'tab' | 'goal'> & { departments?: readonly string[] };

/** A page of the ideas that have these words; see `findIdeas`. */
export async function searchIdeas(
  deps: Pick<Deps, 'searching' | 'ideas' | 'directory'>,
  sought: Sought,
): Promise<SoughtIdeas> {
  const { department, page, ...wanted } = sought;
  const narrowed = { ...wanted, ...(department && { departments: deps.directory().everyCode([department]) }) };
  return { sought, ...(await findIdeas(deps, narrowed, { offset: page * HITS_A_PAGE, limit: HITS_A_PAGE })) };
}

/**
 * The ideas that have these words, from a place on, which are looked for in memory. What is shown is read anew: who has just hidden or
 * changed something is right, whatever the index still knows. One round trip's time, a request for each row, and one more where a
 * department is asked for: it may have taken them in; none without words.
 */
export async function findIdeas(
  { searching, ideas }: Pick<Deps, 'searching' | 'ideas'>,
  wanted: Narrowed,
  { offset, limit }: { offset: number; limit: number },
): Promise<Omit<SoughtIdeas, 'sought'>> {
  const { query, tab, departments, goal } = wanted;
  const building = !searching.isWhole();
  if (query.trim() === '') return { ideas: [], total: 0, more: false, building };
  const stages = stagesOf[tab];
  const filter = {
    ...(stages && { stages }),
    ...(departments && { departments }),
    ...(goal && { goals: [goal] }),
    ...(tab === 'lessons' && { withLesson: true }),
  };
  const { total, hits } = await searching.search(query, { filter, offset, limit });
  const ids = hits.map(({ id }) => id);
  const found = await (departments ? ideas.loadAllWhole(ids) : ideas.loadAll(ids));
  return { ideas: found.filter((idea) => fits(idea, wanted)), total, more: offset + hits.length < total, building };
}

/** Whether an idea as it stands now may be found, and is one of those that are looked for. */
export function fits(idea: Idea, { tab, departments, goal }: Omit<Narrowed, 'query'>): boolean {
  const document = documentOf(idea);
  const stages = stagesOf[tab];
  return (
    document !== undefined &&
    (!stages || stages.includes(idea.stage)) &&
    (!departments || departments.some((code) => document.departments.includes(code))) &&
    (!goal || document.goals.includes(goal)) &&
    (tab !== 'lessons' || document.lesson !== undefined)
  );
}
