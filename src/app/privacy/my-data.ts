import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { type Posts, postsOf } from '../../domain/person/posts.js';
import { isRecordKind, labelOf, type RecordName } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import type { StoredPerson } from '../../store/person/people.js';
import { UnreadableRow } from '../../store/row-versions.js';
import type { Deps } from '../deps.js';
import { type Held, records } from '../records.js';

/** What is stored about a person, or a part of it. Nobody else is named in it. */
export interface MyData {
  at: Instant;
  stored: StoredPerson;
  posts: Posts;
  /** What the records hold of them, of whatever kind, the newest record first. */
  parts: Held[];
  /** The records that cannot be read just now. What they hold of them is stored all the same. */
  unread: RecordName[];
  /** What they were owed and sent, the newest first. */
  deliveries: Delivery[];
  /** Where it goes on from, and where the next part does; absent of the first, and of the last. */
  from?: string;
  next?: string;
}

/** So many records, and so many messages, are read at a time. */
const RECORDS_A_PART = 20;
const MESSAGES_A_PART = 60;

/**
 * A part of what is stored about somebody, found by their own keys: all of it of most people. `from`: where the part before
 * it ended. Of the records, in the order of their ids, a list and twenty at a time, some four round trips for each; with the last of
 * them the messages begin.
 */
export async function myData(deps: Deps, stored: StoredPerson, from = ''): Promise<MyData> {
  const { person, reach, refusedOn } = stored;
  const [records, begun] = await Promise.all([
    from.startsWith(MESSAGES) ? noRecords : recordsFrom(deps, person, from.slice(RECORDS.length)),
    messagesFrom(deps, person, from),
  ]);
  const messages = records.next ? { deliveries: [] } : begun;
  const next = records.next ?? begun.next;
  return {
    at: deps.now(),
    stored: { person, ...(reach && { reach }), ...(refusedOn && { refusedOn }) },
    posts: postsOf(person.emails, deps.directory()),
    parts: records.parts.sort((one, other) => compare(other.createdAt, one.createdAt)),
    unread: records.unread,
    deliveries: messages.deliveries.sort((one, other) => compare(other.at, one.at)),
    ...(from && { from }),
    ...(next && { next }),
  };
}

/** What a place in it begins with: among the records, or among the messages. */
const RECORDS = 'r.';
const MESSAGES = 'm.';

const noRecords: RecordsPart = { parts: [], unread: [] };

interface RecordsPart {
  parts: Held[];
  unread: RecordName[];
  next?: string;
}

async function recordsFrom(deps: Deps, person: Person, after: string): Promise<RecordsPart> {
  const refs = heldRefsOf(person);
  const traced = await Promise.all(refs.map((ref) => deps.traces.page(ref, after, RECORDS_A_PART + 1)));
  const names = [...new Map(traced.flat().map((name) => [labelOf(name), name])).values()];
  const some = names.toSorted((one, other) => compare(one.id, other.id)).slice(0, RECORDS_A_PART);
  const held = await Promise.all(some.map((name) => heldIn(deps, person, name)));
  const last = some.at(-1);
  return {
    parts: held.filter((part) => part !== undefined && part !== UNREAD),
    unread: some.filter((_, n) => held[n] === UNREAD),
    ...(names.length > some.length && last && { next: RECORDS + last.id }),
  };
}

async function messagesFrom(
  { deliveries }: Deps,
  { ref }: Person,
  from: string,
): Promise<{ deliveries: Delivery[]; next?: string }> {
  const after = from.startsWith(MESSAGES) ? from.slice(MESSAGES.length) : '';
  const found = await deliveries.allOf(ref, after, MESSAGES_A_PART + 1);
  const some = found.slice(0, MESSAGES_A_PART);
  const last = some.at(-1);
  return { deliveries: some, ...(found.length > some.length && last && { next: MESSAGES + last.run }) };
}

const UNREAD = 'unread';

/** What one record holds of somebody, unless it cannot be read; nothing that this version could tell, of a kind that only a newer one knows. */
async function heldIn(
  deps: Deps,
  person: Person,
  { record, id }: RecordName,
): Promise<Held | typeof UNREAD | undefined> {
  if (!isRecordKind(record)) return undefined;
  try {
    return await records[record].held(deps, person, id);
  } catch (error) {
    if (error instanceof UnreadableRow) return UNREAD;
    throw error;
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
