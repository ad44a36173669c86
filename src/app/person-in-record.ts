import type { PersonRef } from '../domain/person/person.js';
import type { RecordPlace } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import type { RecordRange } from '../store/idea/record-pages.js';
import type { Deps } from './deps.js';

/** So often it is tried again where somebody else changes the record in between. */
const TRIES = 20;

/** A record as its store keeps it without an event. */
interface KeptStore<S, R> {
  load(id: string): Promise<S | undefined>;
  keep(before: S, record: R): Promise<boolean>;
}

/** Writes a record as it is to be kept, again where somebody else changes it meanwhile; nothing where that is as it is. `of`: the record in what is stored. */
export async function changeKept<S, R>(
  store: KeptStore<S, R>,
  id: string,
  of: (stored: S) => R,
  change: (record: R) => R,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await store.load(id);
    if (!before) return;
    const after = change(of(before));
    if (JSON.stringify(after) === JSON.stringify(of(before))) return;
    if (await store.keep(before, after)) return;
  }
  throw new Error(`Record ${id} changed ${TRIES} times while somebody's name in it was to change`);
}

/** Of two references that are one person's: the messages in their chat that show a record are found under the second. */
export async function moveMessages(
  { shown, sentCards }: Pick<Deps, 'shown' | 'sentCards'>,
  id: string,
  from: PersonRef,
  to: PersonRef,
): Promise<void> {
  const [messages, copy] = await Promise.all([shown.to(id, from), sentCards.in(id, from)]);
  for (const message of messages) await shown.add({ ...message, records: [message], person: to });
  await shown.removeAllOf(id, from);
  if (copy) {
    await sentCards.put({ ...copy, person: to });
    await sentCards.forget(copy);
  }
}

/** Takes away where a record is shown in somebody's chat, and at last that they had to do with it: broken off anywhere it is done again. */
export async function forgetRecordOf(
  { traces, shown, sentCards }: Pick<Deps, 'traces' | 'shown' | 'sentCards'>,
  person: PersonRef,
  id: string,
): Promise<void> {
  const copy = await sentCards.in(id, person);
  await Promise.all([shown.removeAllOf(id, person), copy && sentCards.forget(copy)]);
  await traces.remove(person, { id });
}

/** What happened to records of a kind, as its store gives it. */
interface EventPages<E> {
  page(id: string, part: RecordRange): Promise<{ events: E[]; earlier?: RecordPlace }>;
  withAllWords(id: string, events: readonly E[]): Promise<E[]>;
}

/** So many are read at a time where all are: as many as storage gives at once. */
const EVENTS_AT_ONCE = 900;

/** All that happened to a record, without words, the newest page first. */
export async function* pagesOf<E>(store: Pick<EventPages<E>, 'page'>, id: string): AsyncGenerator<E[]> {
  for (let below: number | undefined; ; ) {
    const { events, earlier } = await store.page(id, { below, limit: EVENTS_AT_ONCE });
    yield events;
    if (!earlier) return;
    below = earlier.below;
  }
}

/**
 * What happened to a record and is told of somebody, oldest first and with its words: of a page of it, or of all where no `part` is asked for. `since`: when
 * the oldest that was looked at happened. Two round trips' time, or two for each nine hundred.
 */
export async function eventsHeld<E extends { at: Instant }>(
  store: EventPages<E>,
  id: string,
  part: RecordRange | undefined,
  isTheirs: (event: E) => boolean,
): Promise<{ events: E[]; earlier?: RecordPlace; since: Instant | undefined }> {
  const told = async (events: readonly E[]) => (await store.withAllWords(id, events)).filter(isTheirs);
  if (part) {
    const { events, earlier } = await store.page(id, part);
    return { events: await told(events), since: events[0]?.at, ...(earlier && { earlier }) };
  }
  const all: E[][] = [];
  let since: Instant | undefined;
  for await (const events of pagesOf(store, id)) {
    all.unshift(await told(events));
    since = events[0]?.at ?? since;
  }
  return { events: all.flat(), since };
}

/** Takes away what was said with those events of a record that are to be forgotten, however many there are. */
export async function forgetWords<E extends { seq: number }>(
  store: EventPages<E> & { eraseWords(id: string, seq: number): Promise<void> },
  id: string,
  isForgotten: (event: E) => boolean,
): Promise<void> {
  for await (const events of pagesOf(store, id))
    for (const event of events) if (isForgotten(event)) await store.eraseWords(id, event.seq);
}
