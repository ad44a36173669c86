import type { TableClient } from '@azure/data-tables';
import type { RecordPlace } from '../../domain/record.js';
import * as keys from '../keys.js';
import { ifReadable, type RowKind, readable, surelyReadable } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { readRow, readRows, type StoredRow } from '../rows.js';

/** The number of an event, as its key says it. */
const numberIn = ({ rowKey }: { rowKey: string }): number =>
  keys.MOST_EVENTS - Number(rowKey.slice(rowKey.lastIndexOf('-') + 1));

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

    /** A page of what happened, oldest first and without words, and where there is more before it. One round trip. */
    async page(
      id: string,
      { below, limit }: RecordPlace & { limit: number },
    ): Promise<{ events: E[]; earlier?: RecordPlace }> {
      const range = keys.inRange(partitionKey, keys.newestFirst(id, below));
      const rows = await readRows<object>(table, range, { limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        events: shown.flatMap((row) => eventIn(versions, row) ?? []).toReversed(),
        ...(rows.length > limit && last && { earlier: { below: numberIn(last) } }),
      };
    },

    /** These events of one page with what was said. One round trip. */
    async withAllWords(id: string, events: readonly E[]): Promise<E[]> {
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return [];
      const range = { from: keys.textKey(id, first.seq), to: keys.textKey(id, last.seq + 1) };
      const rows = readable(versions, text, await readRows<object>(table, keys.inRange(partitionKey, range)));
      const said = new Map(rows.map(({ rowKey, words }) => [rowKey, words]));
      return events.map((event) => ({ ...event, words: said.get(keys.textKey(id, event.seq)) ?? {} }));
    },

    /** So many of its newest events, oldest first. Two round trips' time. */
    async newest(id: string, limit: number): Promise<E[]> {
      const rows = await readRows<object>(table, keys.inRange(partitionKey, keys.newestFirst(id)), { limit });
      const events = rows.flatMap((row) => eventIn(versions, row) ?? []).toReversed();
      return Promise.all(events.map((event) => withWords(id, event)));
    },
  };
}
