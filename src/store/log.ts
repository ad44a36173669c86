import { isRecordKind, type RecordKind, wholeId } from '../domain/record.js';
import type { RecordEvents } from '../domain/record-events.js';
import type { Instant } from '../domain/time.js';
import { eventInRow } from './challenge/challenge-kinds.js';
import { groupEventIn } from './group/group-kinds.js';
import { readEvents } from './idea/idea-reading.js';
import type { LogRow } from './idea/idea-rows.js';
import * as keys from './keys.js';
import { meetingEventIn } from './meeting/meeting-kinds.js';
import { obstacleEventIn } from './obstacle/obstacle-kinds.js';
import { readRows, type StoredRow } from './rows.js';
import type { Storage } from './storage.js';
import { undertakingEventIn } from './undertaking/undertaking-kinds.js';

/** That something happened to a record, or to a part of it. */
export type LogEntry = { [K in RecordKind]: Logged<K> }[RecordKind];

interface Logged<K extends RecordKind> {
  record: K;
  id: string;
  /** The row's key, which no other entry has: what people say by a press has no number in the record. */
  key: string;
  at: Instant;
  /** What happened, without words; undefined where only a newer version knows what it means. */
  event: RecordEvents[K] | undefined;
}

/** A row of the log, not looked into yet. */
export type LoggedRow = StoredRow<LogRow>;

/** So many rows are read at a time: a page of storage. */
export const LOG_PAGE = 1000;
/** An event is stored within this time after the one that it bears, in milliseconds: so long a change may take, with its tries. */
export const STORED_WITHIN_MS = 120_000;

export type LogStore = ReturnType<typeof openLog>;

/** How a row tells what happened, for each kind of record; undefined where it cannot be read, which has been told. */
type EventReaders = { readonly [K in RecordKind]: (row: LoggedRow) => RecordEvents[K] | undefined };

/** What happened to records of all kinds, in order of time, for those who follow it. */
export function openLog({ ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const partitionKey = keys.recordsPartition(municipality);
  const eventIn: EventReaders = {
    idea: (row) => readEvents(versions, [row], () => undefined)[0]?.event,
    challenge: (row) => eventInRow(versions, row),
    obstacle: (row) => obstacleEventIn(versions, row),
    undertaking: (row) => undertakingEventIn(versions, row),
    meeting: (row) => meetingEventIn(versions, row),
    group: (row) => groupEventIn(versions, row),
  };

  /** Typed by its kind, which one call for any kind cannot say. */
  const entryOf = <K extends RecordKind>(
    record: K,
    row: LoggedRow,
    { key, at, id }: Omit<Logged<K>, 'record' | 'event'>,
  ) => ({
    ...{ key, at, record, id },
    event: eventIn[record](row),
  });

  return {
    /** The first rows from an instant on, or after a row; fewer than `LOG_PAGE`: there are no more. One round trip. */
    page: (from: Instant | { after: string }, signal?: AbortSignal): Promise<LoggedRow[]> =>
      readRows<LogRow>(table, keys.inRange(partitionKey, keys.logSince(from)), {
        limit: LOG_PAGE,
        ...(signal && { signal }),
      }),

    /** What rows say, in their order; those of kinds that only a newer version knows are left for that one. Asks nothing of storage. */
    read: (rows: readonly LoggedRow[]): LogEntry[] =>
      rows.flatMap((row) => {
        const { rowKey: key, record } = row;
        const named = keys.readLogKey(key);
        if (!named || !isRecordKind(record)) return [];
        return [entryOf(record, row, { key, at: named.at, id: wholeId(named.id) }) as LogEntry];
      }),
  };
}
