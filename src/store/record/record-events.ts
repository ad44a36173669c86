import type { TableClient } from '@azure/data-tables';
import * as keys from '../keys.js';
import { ifReadable, type RowKind, surelyReadable } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { readRow, readRows, type StoredRow } from '../rows.js';

/** How the rows of a kind's events are read: `eventIn` gives what happened, without words, and undefined of what only a newer version knows. */
interface EventKinds<E> {
  event: RowKind<object>;
  text: RowKind<{ words: object }>;
  eventIn: (versions: RowVersions, row: StoredRow<object>) => E | undefined;
}

/** What happened to records of one kind, with what was said. */
export function openRecordEvents<E extends { seq: number }>(
  table: TableClient,
  partitionKey: string,
  versions: RowVersions,
  { event: eventKind, text, eventIn }: EventKinds<E>,
) {
  /** One round trip. Words that cannot be read cost the words. */
  const withWords = async (id: string, event: E): Promise<E> => {
    const row = await readRow<object>(table, partitionKey, keys.textKey(id, event.seq));
    return { ...event, words: ifReadable(versions, text, row)?.words ?? {} };
  };

  return {
    withWords,

    /** One event with what was said; undefined where there is none. Two round trips' time. */
    async event(id: string, seq: number): Promise<E | undefined> {
      const row = await readRow<object>(table, partitionKey, keys.eventKey(id, seq));
      const event = row && surelyReadable(versions, eventKind, row) && eventIn(versions, row);
      return event && withWords(id, event);
    },

    /** So many of its newest events, oldest first. Two round trips' time. */
    async newest(id: string, limit: number): Promise<E[]> {
      const rows = await readRows<object>(table, keys.inRange(partitionKey, keys.newestFirst(id)), { limit });
      const events = rows.flatMap((row) => eventIn(versions, row) ?? []).toReversed();
      return Promise.all(events.map((event) => withWords(id, event)));
    },
  };
}
