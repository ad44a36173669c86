import type { BesideIdeas, NeighbourKind } from '../../domain/archive/neighbours.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Deps } from '../deps.js';

/** What archive and destruction need to know of a kind of record beside the ideas. */
export interface ArchivedKind<K extends NeighbourKind> {
  every: () => AsyncGenerator<BesideIdeas[K]['record'][]>;
  load: (
    id: string,
  ) => Promise<{ record: BesideIdeas[K]['record']; etag: string; lists: readonly string[] } | undefined>;
  page: (
    id: string,
    part: RecordPlace & { limit: number },
  ) => Promise<{ events: BesideIdeas[K]['event'][]; earlier?: RecordPlace }>;
  withAllWords: (id: string, events: readonly BesideIdeas[K]['event'][]) => Promise<BesideIdeas[K]['event'][]>;
}

/** So much of it. */
export type NeighboursFrom = Pick<Deps, 'challenges' | 'obstacles' | 'undertakings'>;

/** The store of each kind, by one name for the record. */
export const neighbourStores = ({
  challenges,
  obstacles,
  undertakings,
}: NeighboursFrom): { readonly [K in NeighbourKind]: ArchivedKind<K> } => ({
  challenge: {
    ...challenges,
    load: async (id) => named(await challenges.load(id), ({ challenge }) => challenge),
  },
  obstacle: {
    ...obstacles,
    load: async (id) => named(await obstacles.load(id), ({ obstacle }) => obstacle),
  },
  undertaking: {
    ...undertakings,
    load: async (id) => named(await undertakings.load(id), ({ undertaking }) => undertaking),
  },
});

const named = <S extends { etag: string; lists: readonly string[] }, R>(
  stored: S | undefined,
  recordIn: (stored: S) => R,
) => stored && { record: recordIn(stored), etag: stored.etag, lists: stored.lists };
