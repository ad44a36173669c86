import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import { happenedTo } from '../../domain/idea/use/adoption.js';
import { leaningOf, writeLeaning } from '../../domain/idea/waiting/leaning.js';
import type { LogEntry } from '../../store/log.js';
import type { Deps } from '../deps.js';
import type { DocumentVersion, SearchDocument, SearchIndex } from '../search-index/search-index.js';
import { documentOf } from './document.js';

/** So many ideas are held at a time while the index is built. */
const BUILD_PAGE = 500;
/** So many that have changed are read at a time. */
const READ_AT_ONCE = 50;
/** An idea that is not there, or that this version cannot read, is found by nobody, whatever was known of it. */
const GONE = Number.MAX_SAFE_INTEGER;

/** Before an idea is tested nobody takes it in: only what has come back from there may have adoptions. */
const beforeTest: ReadonlySet<Stage> = new Set(['submitted', 'doing', 'exploring', 'planning']);

type KeepsFrom = Pick<Deps, 'ideas' | 'directory' | 'settings'>;

/** What this instance's index is made of, and how it stays as ideas are. */
export function createIndexKeeper(deps: KeepsFrom, index: Pick<SearchIndex, 'put' | 'remove'>) {
  const { ideas, directory, settings } = deps;
  let whole = false;
  /** After which idea the building goes on. */
  let after: string | undefined;
  /** How often the index has lost everything. */
  let losses = 0;
  /** What departments have taken in, or been asked to. */
  const adopted = new Set<string>();

  /** Puts in what can be found, and takes out what cannot. */
  async function keep(found: readonly Idea[], gone: readonly DocumentVersion[] = []): Promise<void> {
    const documents: SearchDocument[] = [];
    const out: DocumentVersion[] = [...gone];
    for (const idea of found) {
      if (Object.keys(idea.adoptions).length > 0) adopted.add(idea.id);
      const document = documentOf(idea);
      const leaning = document && leaningOf(idea, { directory: directory(), doorIn: settings().doorIn });
      if (document) documents.push({ ...document, ...(leaning && { leaning: writeLeaning(leaning) }) });
      else out.push({ id: idea.id, version: happenedTo(idea) });
    }
    // First what is out of sight.
    if (out.length > 0) await index.remove(out);
    if (documents.length > 0) await index.put(documents);
  }

  /** Ideas with their adoptions. Two requests more for each that may have any. */
  async function read(ids: readonly string[], taken: ReadonlySet<string>): Promise<Idea[]> {
    const found = await ideas.loadAll(ids);
    const isAlone = ({ id, stage, adoptions }: Idea): boolean =>
      beforeTest.has(stage) && !taken.has(id) && !adopted.has(id) && Object.keys(adoptions).length === 0;
    const others = found.filter((idea) => !isAlone(idea)).map(({ id }) => id);
    return [...found.filter(isAlone), ...(await ideas.loadAllWhole(others))];
  }

  return {
    /** Whether all ideas that there are can be found. */
    isWhole: (): boolean => whole,

    /** The index has lost everything: what is being built is of no use, and has to be built again. */
    lost(): void {
      losses += 1;
      whole = false;
      after = undefined;
    },

    /**
     * Reads all ideas once, a page at a time, and goes on from where it was where storage failed. What changes meanwhile is
     * told by `changed`: an older state never takes the place of a newer one. Gives whether all ideas are there: not where it was broken
     * off, nor where the index was lost meanwhile, so that no page is put in that was read before.
     */
    async build(stopping?: AbortSignal): Promise<boolean> {
      const before = losses;
      while (!whole && !stopping?.aborted) {
        const page = await ideas.page(after, BUILD_PAGE, stopping);
        if (losses !== before) return false;
        await keep(page.ideas);
        if (losses !== before) return false;
        after = page.last;
        whole = after === undefined;
      }
      return whole;
    },

    /** Reads the ideas anew to which something has happened, also to what others have made of them. Two round trips' time for each fifty. */
    async changed(entries: readonly LogEntry[], stopping?: AbortSignal): Promise<void> {
      const some = entries.filter((entry) => entry.record === 'idea');
      const taken = new Set(some.flatMap(({ id, event }) => (event?.adoption === undefined ? [] : [id])));
      const ids = [...new Set(some.map(({ id }) => id))];
      for (let from = 0; from < ids.length && !stopping?.aborted; from += READ_AT_ONCE) {
        const now = ids.slice(from, from + READ_AT_ONCE);
        const found = await read(now, taken);
        const there = new Set(found.map(({ id }) => id));
        await keep(
          found,
          now.filter((id) => !there.has(id)).map((id) => ({ id, version: GONE })),
        );
      }
      stopping?.throwIfAborted();
    },
  };
}
