import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { Deps } from '../deps.js';
import { documentOf, isKnownTo, lessonOf } from './document.js';

/** Something from another department, and the idea that it is like. */
export interface FromElsewhere {
  idea: Idea;
  near: Idea;
}

/** Both by their ids. */
export type ElsewhereIds = Record<keyof FromElsewhere, string>;

/** As a card's row keeps what it tells: the ids of each two, with blanks between. */
export const writePairs = (pairs: readonly FromElsewhere[]): string =>
  pairs.map(({ idea, near }) => `${idea.id} ${near.id}`).join(' ');

/** What `writePairs` wrote; half a pair is none. */
export function readPairs(text = ''): ElsewhereIds[] {
  const ids = text.split(' ').filter(Boolean);
  return ids.flatMap((idea, at) => {
    const near = ids[at + 1];
    return at % 2 === 0 && near ? [{ idea, near }] : [];
  });
}

/** So many of the ideas are compared with the others, the first of them first. */
const MOST_COMPARED = 2;
/** Where something has been found out that others may use. */
const tried: readonly Stage[] = ['inUse', 'scaling', 'piloting', 'closed'];

/**
 * What another department uses, tests or has learned from and is like one of these ideas; undefined where nothing is. `told`: ids
 * that are passed over, and those that `met` gives, which is asked only where there is something to tell. The index is asked in
 * memory; one round trip's time for each idea that something is like, and one more.
 */
export async function nearElsewhere(
  { searching, ideas, directory }: Pick<Deps, 'searching' | 'ideas' | 'directory'>,
  some: readonly Idea[],
  told: ReadonlySet<string>,
  met: () => Promise<ReadonlySet<string>> = async () => new Set(),
): Promise<FromElsewhere | undefined> {
  let asked: Promise<ReadonlySet<string>> | undefined;
  for (const near of some.slice(0, MOST_COMPARED)) {
    // What has no words that everybody may read is compared with nothing.
    if (!documentOf(near)) continue;
    const own = directory().everyCode([near.department]);
    const alikeBut = (except: Iterable<string>) =>
      searching.similar(near.words, {
        filter: { stages: tried, notIn: own, except: [near.id, ...told, ...except] },
      });
    const first = await alikeBut([]);
    if (first.length === 0) continue;
    asked = asked ?? met();
    const known = await asked;
    const alike = first.some(({ id }) => known.has(id)) ? await alikeBut(known) : first;
    const found = await ideas.loadAll(alike.map(({ id }) => id));
    const idea = found.find((one) => mayHelp(one, own));
    if (idea) return { idea, near };
  }
  return undefined;
}

/** The same two as they stand now, for a card that tells of them again; undefined where one is out of sight. One round trip. */
export async function elsewhereAgain(
  { ideas }: Pick<Deps, 'ideas'>,
  { idea: id, near: nearId }: ElsewhereIds,
): Promise<FromElsewhere | undefined> {
  const found = await ideas.loadAll([id, nearId]);
  const [idea, near] = [id, nearId].map((one) => found.find((it) => it.id === one));
  return idea && near && documentOf(idea) && documentOf(near) ? { idea, near } : undefined;
}

/** Everybody may read it, it is another department's, and something has come of it. */
function mayHelp(idea: Idea, departments: readonly string[]): boolean {
  const document = documentOf(idea);
  if (!document || isKnownTo(document, departments)) return false;
  return tried.includes(idea.stage) && (idea.stage !== 'closed' || lessonOf(idea) !== undefined);
}
