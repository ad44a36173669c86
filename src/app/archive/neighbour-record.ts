import type { BesideIdeas, NeighbourKind } from '../../domain/archive/neighbours.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import type { Deps } from '../deps.js';
import { pagesOf } from '../person-in-record.js';
import { type ArchivedKind, type NeighboursFrom, neighbourStores } from './neighbours.js';

/** The whole record of a challenge, an obstacle or an activity: also what is hidden. */
export type NeighbourRecord = { [K in NeighbourKind]: RecordOfKind<K> }[NeighbourKind];

interface RecordOfKind<K extends NeighbourKind> {
  kind: K;
  at: Instant;
  record: BesideIdeas[K]['record'];
  /** The oldest first, with what was said: of a challenge also what organisations outside have answered. */
  events: readonly BesideIdeas[K]['event'][];
  /** Everybody whom it names, and who of them has left: their name stands at what they decided. */
  names: ReadonlyMap<PersonRef, { name: string; left: boolean }>;
  /** The ids of ideas that answer a challenge. */
  ideas: readonly string[];
}

export type ReadsNeighbours = NeighboursFrom & Pick<Deps, 'people' | 'now'>;

/** So many events are read at a time, and so many names. */
const PAGE = 500;
const NAMES_AT_ONCE = 50;

/** Undefined where there is none. For what is made outside of turns: some four round trips, more for each five hundred events and each fifty people. */
export async function neighbourRecordOf(
  deps: ReadsNeighbours,
  kind: NeighbourKind,
  id: string,
): Promise<NeighbourRecord | undefined> {
  const read = async <K extends NeighbourKind>(one: K) => {
    const store: ArchivedKind<K> = neighbourStores(deps)[one];
    const [stored, events] = await Promise.all([store.load(id), allEvents(store, id)]);
    if (!stored) return undefined;
    const { record } = stored;
    const names = await namesAt(deps, [...events.flatMap(personsIn), ...Object.values(personsOf(record))]);
    const ideas: string[] = [];
    if (one === 'challenge') for await (const page of deps.challenges.answerPages(id, PAGE)) ideas.push(...page);
    return { kind: one, at: deps.now(), record, events, names, ideas };
  };
  // Typed by its kind, which one call for any kind cannot say.
  return (await read(kind)) as NeighbourRecord | undefined;
}

async function allEvents<K extends NeighbourKind>(
  store: ArchivedKind<K>,
  id: string,
): Promise<BesideIdeas[K]['event'][]> {
  const all: BesideIdeas[K]['event'][][] = [];
  for await (const events of pagesOf(store, id)) all.unshift(await store.withAllWords(id, events));
  return all.flat();
}

/** Who did it, and whom its data name. */
function personsIn({ by, data }: { by: PersonRef | 'clock'; data: object }): PersonRef[] {
  const { owner, former } = data as { owner?: { person: PersonRef }; former?: PersonRef };
  return [by, owner?.person, former].flatMap((ref) => (ref === undefined || ref === 'clock' ? [] : [ref]));
}

/** Who has which part in it as it stands. */
export function personsOf(
  record: BesideIdeas[NeighbourKind]['record'],
): Partial<Record<'publisher' | 'owner' | 'namer', PersonRef>> {
  if ('publisher' in record) {
    const { publisher, owner } = record;
    return { publisher, ...(owner?.accepted && { owner: owner.person }) };
  }
  if ('namedBy' in record) return { namer: record.namedBy, ...(record.owner && { owner: record.owner }) };
  return {};
}

async function namesAt(
  { people }: Pick<Deps, 'people'>,
  refs: readonly PersonRef[],
): Promise<NeighbourRecord['names']> {
  const unique = [...new Set(refs)];
  const names = new Map<PersonRef, { name: string; left: boolean }>();
  for (let from = 0; from < unique.length; from += NAMES_AT_ONCE)
    for (const [ref, found] of await people.namesOf(unique.slice(from, from + NAMES_AT_ONCE))) names.set(ref, found);
  return names;
}
