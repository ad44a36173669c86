import type { Idea } from '../../domain/idea/idea.js';
import { stageNames, stages } from '../../domain/idea/stages.js';
import type { Deps } from '../deps.js';
import { documentOf, isKnownTo } from './document.js';
import type { FromElsewhere } from './near-elsewhere.js';

/** So many at a time: two are looked at, more are a list. */
export const MOST_FITTING = 2;
/** So many of the needs of a department are compared, those to which something has happened last. */
const MOST_NEEDS = 4;
const open = stageNames.filter((stage) => stages[stage].open);
/** What can be taken over: it is used, or tested. */
const tried = ['inUse', 'scaling', 'piloting'] as const;

/** Ideas that wait in these departments, or that they take part in: what they need. Asked in memory; one round trip where there are any. */
export async function needsOfDepartments(
  { searching, ideas }: Pick<Deps, 'searching' | 'ideas'>,
  departments: readonly string[],
): Promise<Idea[]> {
  if (departments.length === 0) return [];
  const { hits } = await searching.search('', {
    filter: { stages: open, departments },
    newest: true,
    limit: MOST_NEEDS,
  });
  return (await ideas.loadAll(hits.map(({ id }) => id))).filter((idea) => documentOf(idea));
}

/**
 * What other departments use or test and is like what these departments need: two at most, each with the need that it is like, and
 * none of those that have been `met`. Asked in memory; one round trip.
 */
export async function fitsHere(
  { searching, ideas }: Pick<Deps, 'searching' | 'ideas'>,
  needs: readonly Idea[],
  departments: readonly string[],
  met: ReadonlySet<string>,
): Promise<FromElsewhere[]> {
  const alike = await Promise.all(
    needs.map((near) =>
      searching.similar(near.words, {
        filter: { stages: tried, notIn: departments, except: [near.id, ...met] },
        limit: MOST_FITTING,
      }),
    ),
  );
  const ids = [...new Set(alike.flatMap((some) => some.map(({ id }) => id)))];
  const found = ids.length > 0 ? await ideas.loadAllWhole(ids) : [];
  const fits = new Map<string, FromElsewhere>();
  for (const [at, some] of alike.entries())
    for (const { id } of some) {
      const [idea, near] = [found.find((one) => one.id === id), needs[at]];
      if (idea && near && isFree(idea, departments) && !fits.has(id)) fits.set(id, { idea, near });
    }
  return [...fits.values()].slice(0, MOST_FITTING);
}

/** As it stands now it is used or tested by others only, these have not answered about it, and everybody may read it. */
function isFree(idea: Idea, departments: readonly string[]): boolean {
  const document = documentOf(idea);
  return document !== undefined && tried.some((stage) => stage === idea.stage) && !isKnownTo(document, departments);
}
