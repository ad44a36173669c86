import type { KeptDraft } from '../../domain/draft/draft.js';
import type { FoundStaff } from '../../domain/organisation/sources/workplace.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { type Posts, postsHeld, postsOf } from '../../domain/person/posts.js';
import { isRecordKind, labelOf, type RecordName } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { StoredPerson } from '../../store/person/people.js';
import type { NamedExport } from '../../store/privacy/named-exports.js';
import { UnreadableRow } from '../../store/row-versions.js';
import type { Deps } from '../deps.js';
import { draftsOf } from '../draft/kept-draft.js';
import { type HeldOfHelp, heldOfHelp } from '../helping/help-offer.js';
import { saidOf } from '../person/staff/workplace.js';
import { type Held, records } from '../records.js';

/** What is stored about a person, or a part of it. Nobody else is named in it. */
export interface MyData {
  at: Instant;
  stored: StoredPerson;
  posts: Posts;
  /** What sources of who works where say of them: in the first part. */
  said: FoundStaff;
  /** What the records hold of them, of whatever kind, the newest record first. */
  parts: Held[];
  /** The records that cannot be read just now. What they hold of them is stored all the same. */
  unread: RecordName[];
  /** What they have written and not sent in; it stands in the first part. */
  drafts: readonly KeptDraft[];
  /** Files with names that they have taken out; they stand in the first part. */
  namedExports: readonly NamedExport[];
  /** What they can help others with, and what they have had with questions for help; it stands in the first part. */
  help?: HeldOfHelp | undefined;
  /** What they were owed and sent, the newest first. */
  deliveries: Delivery[];
  /** Where it goes on from, and where the next part does; absent of the first, and of the last. */
  from?: string;
  next?: string;
}

/** So many messages are read at a time, and so many records for a part of a file, which is made outside of any turn. */
const MESSAGES_A_PART = 60;
const RECORDS_A_PART = 20;
/** So many records in a turn, for which somebody waits, and so much of what happened to each. */
const RECORDS_A_TURN = 4;
const EVENTS_A_TURN = 30;

/** How much of the records is read at a time; `events`: of each record so many events, the newest first, or all. */
interface Portion {
  records: number;
  events?: number;
}
const ofFile: Portion = { records: RECORDS_A_PART };
const ofTurn: Portion = { records: RECORDS_A_TURN, events: EVENTS_A_TURN };

/**
 * A part of what is stored about somebody, found by their own keys: all of it of most people. `from`: where the part before
 * it ended. Of the records, in the order of their ids, a list and twenty at a time, some four round trips for each; with the last of
 * them the messages begin.
 */
export const myData = (deps: Deps, stored: StoredPerson, from = ''): Promise<MyData> =>
  partOf(deps, stored, from, ofFile);

/**
 * The same as a turn shows it: a few records at a time, and of a long record a page of what happened to it. Three round trips'
 * time, and a list and ten requests for each of four records.
 */
export const myDataShown = (deps: Deps, stored: StoredPerson, from = ''): Promise<MyData> =>
  partOf(deps, stored, from, ofTurn);

/** All of it, where that is no more than a turn shows; undefined where it is more, after a look at the lists alone. */
export async function myDataAtOnce(deps: Deps, stored: StoredPerson): Promise<MyData | undefined> {
  const { person } = stored;
  const [found, messages] = await Promise.all([namesAfter(deps, person, '', ofTurn), messagesFrom(deps, person, '')]);
  if (found.more || messages.next) return undefined;
  const [records, said, drafts, namedExports, help] = await Promise.all([
    recordsOf(deps, person, found, ofTurn),
    saidOf(deps, person),
    draftsOf(deps, person),
    namedExportsOf(deps, person),
    heldOfHelp(deps, person),
  ]);
  return records.next ? undefined : dataOf(deps, stored, { records, messages, said, drafts, namedExports, help });
}

async function partOf(deps: Deps, stored: StoredPerson, from: string, portion: Portion): Promise<MyData> {
  const { person } = stored;
  const [records, begun, said, drafts, namedExports, help] = await Promise.all([
    from.startsWith(MESSAGES) ? noRecords : recordsFrom(deps, person, from, portion),
    messagesFrom(deps, person, from),
    from ? {} : saidOf(deps, person),
    // Asked for with each part, so that all cost the same; they stand in the first.
    draftsOf(deps, person),
    namedExportsOf(deps, person),
    heldOfHelp(deps, person),
  ]);
  const messages = records.next ? { deliveries: [] } : begun;
  const first = from === '' ? { drafts, namedExports, help } : { drafts: [], namedExports: [] };
  return dataOf(deps, stored, { records, messages, said, ...first, from });
}

/** Only the innovation office takes out names; every post is welcomed once. */
async function namedExportsOf({ namedExports, directory }: Deps, person: Person): Promise<NamedExport[]> {
  const isOrWas = person.welcomed.includes('office') || postsHeld(person, directory()).office;
  if (!isOrWas) return [];
  return (await Promise.all(heldRefsOf(person).map((ref) => namedExports.of(ref)))).flat();
}

interface ReadData {
  records: RecordsPart;
  messages: MessagesPart;
  said: FoundStaff;
  drafts: readonly KeptDraft[];
  namedExports: readonly NamedExport[];
  help?: HeldOfHelp | undefined;
  from?: string;
}

function dataOf(deps: Deps, { person, reach, refusedOn }: StoredPerson, read: ReadData): MyData {
  const { records, messages, said, drafts, namedExports, help, from } = read;
  const next = records.next ?? messages.next;
  return {
    at: deps.now(),
    stored: { person, ...(reach && { reach }), ...(refusedOn && { refusedOn }) },
    posts: postsOf(person.emails, deps.directory()),
    said,
    parts: records.parts.sort((one, other) => compare(other.createdAt, one.createdAt)),
    unread: records.unread,
    drafts,
    namedExports,
    help,
    deliveries: messages.deliveries.sort((one, other) => compare(other.at, one.at)),
    ...(from && { from }),
    ...(next && { next }),
  };
}

/** What a place in it begins with: among the records, in one of them, or among the messages. */
const RECORDS = 'r.';
const EARLIER = 'e.';
const MESSAGES = 'm.';

const noRecords: RecordsPart = { parts: [], unread: [] };

interface RecordsPart {
  parts: Held[];
  unread: RecordName[];
  next?: string;
}

interface MessagesPart {
  deliveries: Delivery[];
  next?: string;
}

/** Records of somebody's in the order of their ids; `more`: there are others after these. */
interface FoundNames {
  names: RecordName[];
  more: boolean;
}

async function namesAfter(deps: Deps, person: Person, after: string, { records: most }: Portion): Promise<FoundNames> {
  const traced = await Promise.all(heldRefsOf(person).map((ref) => deps.traces.page(ref, after, most + 1)));
  const names = [...new Map(traced.flat().map((name) => [labelOf(name), name])).values()];
  const some = names.toSorted((one, other) => compare(one.id, other.id)).slice(0, most);
  return { names: some, more: names.length > some.length };
}

async function recordsFrom(deps: Deps, person: Person, from: string, portion: Portion): Promise<RecordsPart> {
  if (from.startsWith(EARLIER)) return earlierIn(deps, person, from.slice(EARLIER.length), portion);
  const found = await namesAfter(deps, person, from.slice(RECORDS.length), portion);
  return recordsOf(deps, person, found, portion);
}

/** What these hold, up to the first of which there is more than is read at a time. */
async function recordsOf(
  deps: Deps,
  person: Person,
  { names, more }: FoundNames,
  { events }: Portion,
): Promise<RecordsPart> {
  const held = await Promise.all(
    names.map((name) => heldIn(deps, person, name, events ? { limit: events } : undefined)),
  );
  const cut = held.findIndex((part) => part !== undefined && part !== UNREAD && part.earlier !== undefined);
  const shown = cut < 0 ? held : held.slice(0, cut + 1);
  const last = names[shown.length - 1];
  const next = last && (cut < 0 ? more && RECORDS + last.id : placeIn(last, shown.at(-1)));
  return {
    parts: shown.filter((part) => part !== undefined && part !== UNREAD),
    unread: names.filter((_, n) => shown[n] === UNREAD),
    ...(next && { next }),
  };
}

/** Where what came before goes on, in a record that is not shown to its beginning. */
function placeIn({ record, id }: RecordName, part: Held | typeof UNREAD | undefined): string | undefined {
  if (!part || part === UNREAD || !part.earlier) return undefined;
  const { below = '', before = '' } = part.earlier;
  return EARLIER + [record, id, below, before].join('~');
}

/** The same of one record, from a place on; of one that is none of theirs, as a press can say, nothing. */
async function earlierIn(deps: Deps, person: Person, place: string, { events: limit = EVENTS_A_TURN }: Portion) {
  const [record = '', id = '', below, ...rest] = place.split('~');
  const before = rest.join('~');
  const [found] = isRecordKind(record) ? await recordOf(deps, person, id) : [];
  const isThere = found !== undefined && found.record === record;
  const range = { limit, ...(below && { below: Number(below) }), ...(before && { before }) };
  const part = isThere ? await heldIn(deps, person, found, range) : undefined;
  const next = (isThere && placeIn(found, part)) || RECORDS + id;
  return {
    parts: part && part !== UNREAD ? [part] : [],
    unread: isThere && part === UNREAD ? [found] : [],
    next,
  };
}

/** The record of this id, where it is one of theirs. */
const recordOf = async (deps: Deps, person: Person, id: string): Promise<RecordName[]> =>
  (await Promise.all(heldRefsOf(person).map((ref) => deps.traces.in(ref, id)))).flatMap((name) => name ?? []);

async function messagesFrom({ deliveries }: Deps, { ref }: Person, from: string): Promise<MessagesPart> {
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
  part?: RecordRange,
): Promise<Held | typeof UNREAD | undefined> {
  if (!isRecordKind(record)) return undefined;
  try {
    return await records[record].held(deps, person, id, part);
  } catch (error) {
    if (error instanceof UnreadableRow) return UNREAD;
    throw error;
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
