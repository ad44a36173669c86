import type { PersonRef } from '../domain/person/person.js';
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
