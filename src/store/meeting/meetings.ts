import type { TransactionAction } from '@azure/data-tables';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import { evolveMeeting } from '../../domain/meeting/evolve.js';
import { namedInEvent } from '../../domain/meeting/leaving.js';
import { type Meeting, MOST_ANNOUNCED_A_MONTH } from '../../domain/meeting/meeting.js';
import { firstRank } from '../../domain/meeting/notices.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { ChangeRows } from '../commit.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { openRecordEvents } from '../record/record-events.js';
import { eventEntities } from '../record/record-rows.js';
import { openRecordStates, type RecordVersion } from '../record/record-states.js';
import { readable } from '../row-kinds.js';
import { readPages, readRow, readRows, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { meetingEventIn, meetingEventKind, meetingKind, meetingListedKind, meetingTextKind } from './meeting-kinds.js';
import { announcedRange, comersRange, comesKey, listsOf, plannedRange, scopeOf } from './meeting-rows.js';

/** A meeting with the version that the next change must name, and the rows that change with it. */
export interface StoredMeeting extends RecordVersion {
  meeting: Meeting;
  /** That somebody comes, where it was asked of them and they do. */
  comes?: Comes;
}

/** The row that says of somebody that they come. */
interface Comes {
  person: PersonRef;
  etag: string;
}

interface MeetingChange {
  before: StoredMeeting | undefined;
  id: string;
  events: readonly MeetingEvent[];
  /** The meeting that they make, where that is known already. */
  after?: Meeting;
}

/** So many of those to come are looked through for those that somebody may read: more than a year has. */
const MOST_LISTED = 300;

export type MeetingStore = ReturnType<typeof openMeetings>;

/** Meetings and all that changes with them, among the records of all kinds. */
export function openMeetings(
  { ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const partitionKey = keys.recordsPartition(municipality);

  const { loadAll, rowsFor, ...states } = openRecordStates<Meeting>(table, partitionKey, versions, {
    ...{ record: 'meeting', kind: meetingKind, listsOf: (one) => listsOf(one, mornings()) },
  });

  async function load(id: string): Promise<StoredMeeting | undefined> {
    const found = await states.load(id);
    return found && { meeting: found.standing, ...found.version };
  }

  const comesRow = (id: string, person: PersonRef) => readRow<object>(table, partitionKey, comesKey(id, person));
  const comesRowOf = (id: string, person: PersonRef) => ({ partitionKey, rowKey: comesKey(id, person) });

  const { event, newest, page, withAllWords } = openRecordEvents(table, partitionKey, versions, {
    ...{ event: meetingEventKind, text: meetingTextKind, eventIn: meetingEventIn },
  });

  /** What an event makes of who comes: guarded by the meeting's own row, which changes with it. */
  function comersAfter(id: string, { type, by }: MeetingEvent, comes: Comes | undefined): TransactionAction[] {
    if (type === 'seatTaken') return [['create', comesRowOf(id, by)]];
    if ((type === 'seatGivenUp' || type === 'seatFreed') && comes)
      return [['delete', { ...comesRowOf(id, comes.person), etag: comes.etag }]];
    return [];
  }

  return {
    /** A meeting as it stands; undefined where there is none. One round trip. */
    load,

    /** And whether somebody comes to it. One round trip's time. */
    async loadFor(id: string, person: PersonRef): Promise<StoredMeeting | undefined> {
      const [found, row] = await Promise.all([load(id), comesRow(id, person)]);
      return found && { ...found, ...(row && { comes: { person, etag: row.etag } }) };
    },

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    loadAll,

    /** Whether somebody comes to each of these. One round trip's time. */
    async comesTo(ids: readonly string[], person: PersonRef): Promise<Set<string>> {
      const rows = await Promise.all(ids.map(async (id) => ((await comesRow(id, person)) ? [id] : [])));
      return new Set(rows.flat());
    },

    /** What a change writes, and the meeting that it makes. Asks nothing of storage; throws where there is no event. */
    write({ before, id, events, after: known }: MeetingChange): ChangeRows & { after: Meeting } {
      let after = before?.meeting;
      const owes = events.map((event) => {
        after = evolveMeeting(after, event, id);
        return { seq: event.seq, at: event.at, rank: firstRank(event) };
      });
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for meeting ${id}`);
      const now = known ?? after;
      const people = [...new Set(events.flatMap(namedInEvent))];
      return {
        ...{ record: 'meeting', id, seq: last.seq, by: last.by, after: now, owes },
        entities: [
          ...rowsFor(before, now),
          ...events.flatMap((event) => eventEntities(partitionKey, 'meeting', id, event)),
          ...events.flatMap((event) => comersAfter(id, event, before?.comes)),
          ...people.map((person) => traceOf(partitionKey, person, { record: 'meeting', id })),
        ],
      };
    },

    event,
    newest,
    page,
    withAllWords,

    /** Those that are to be held, the next one first. One round trip. */
    async planned(): Promise<Meeting[]> {
      const rows = await readRows<object>(table, keys.inRange(partitionKey, plannedRange), { limit: MOST_LISTED });
      return readable(versions, meetingListedKind, rows).map(
        ({ state, words }) => ({ ...state, words }) as unknown as Meeting,
      );
    },

    /**
     * Which of a month's places for announcements are taken: of the municipality's, and for a meeting of one department that
     * department's and the municipality's together, for its people hear of both. One round trip's time.
     */
    async placesTaken(month: string, of: Pick<Meeting, 'circle' | 'department'>): Promise<number[]> {
      const scopes = [...new Set([undefined, scopeOf(of)])];
      const found = await Promise.all(
        scopes.map((scope) =>
          readRows<object>(table, keys.inRange(partitionKey, announcedRange(month, scope)), {
            limit: MOST_ANNOUNCED_A_MONTH,
          }),
        ),
      );
      return found.flat().map(({ rowKey }) => Number(rowKey.slice(rowKey.lastIndexOf('|') + 1)));
    },

    /** The first of those who come. One round trip. */
    async comers(id: string, limit: number): Promise<PersonRef[]> {
      const rows = await readRows<object>(table, keys.inRange(partitionKey, comersRange(id)), { limit });
      return rows.map(({ rowKey }) => personIn(rowKey));
    },

    /** All who come, so many at a time. */
    async *comerPages(id: string, size: number): AsyncGenerator<PersonRef[]> {
      for await (const rows of readPages<object>(table, keys.inRange(partitionKey, comersRange(id)), { size }))
        yield rows.map(({ rowKey }) => personIn(rowKey));
    },

    /**
     * Writes one without an event: somebody in it is known by another reference, under which they come as well. False where somebody
     * else changed it first. One round trip.
     */
    keep(before: StoredMeeting, meeting: Meeting, to?: PersonRef): Promise<boolean> {
      const { comes } = before;
      const moved: TransactionAction[] = comes
        ? [
            ['delete', { ...comesRowOf(meeting.id, comes.person), etag: comes.etag }],
            ...(to === undefined ? [] : ([['create', comesRowOf(meeting.id, to)]] as TransactionAction[])),
          ]
        : [];
      return unlessChanged(table.submitTransaction([...rowsFor(before, meeting), ...moved]));
    },
  };
}

const personIn = (rowKey: string): PersonRef => rowKey.slice(rowKey.lastIndexOf('|') + 1);
