import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { RecordKind } from '../../domain/record.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { type KeptColumns, type RowKind, readable, surelyReadable, withKept } from '../row-kinds.js';
import { type RowVersions, unlessUnreadable } from '../row-versions.js';
import { readPages, readRow, unlessChanged } from '../rows.js';
import { movesOf, type RecordLists } from './record-rows.js';

/** What a record has, whatever its kind: its words stand apart from the rest of its state. */
interface AnyRecord {
  id: string;
  stage: string;
  department?: string | undefined;
  words: object;
}

/** The version of a record that the next change must name, and the rows that change with it. */
export interface RecordVersion {
  etag: string;
  lists: readonly string[];
  kept?: KeptColumns;
}

/** How the own rows of a kind's records are read, and where each of them stands in lists. */
interface StateKinds<R> {
  record: RecordKind;
  kind: RowKind<{ state: object; words: object; lists: string[] }>;
  listsOf: (record: R) => RecordLists;
}

/** So many records are read at once: a page of storage. */
const PAGE = 1000;

/** A record without what was said with it, which has a column of its own. */
export const stateOf = <R extends AnyRecord>({ words: _, ...state }: R): Omit<R, 'words'> => state;

/** Records of one kind as they stand, each in a row of its own. */
export function openRecordStates<R extends AnyRecord>(
  table: TableClient,
  partitionKey: string,
  versions: RowVersions,
  { record, kind, listsOf }: StateKinds<R>,
) {
  // As the kind's schema has read it.
  const whole = ({ state, words }: { state: object; words: object }): R => ({ ...state, words }) as unknown as R;

  async function load(id: string): Promise<{ standing: R; version: RecordVersion } | undefined> {
    const row = await readRow<{ record: string }>(table, partitionKey, keys.recordKey(id));
    // Another kind of record may have the id.
    if (row?.record !== record) return undefined;
    const found = surelyReadable(versions, kind, row, id);
    if (!found) return undefined;
    const { lists, etag, kept } = found;
    return { standing: whole(found), version: { lists, etag, ...(kept && { kept }) } };
  }

  /** Its own row, which names the rows that change with it, and those. */
  function rowsFor(before: RecordVersion | undefined, now: R): TransactionAction[] {
    const lists = listsOf(now);
    const { id, stage, department, words } = now;
    const row = {
      ...{ partitionKey, rowKey: keys.recordKey(id), record, stage },
      ...(department !== undefined && { department }),
      ...longColumns('state', JSON.stringify(stateOf(now))),
      ...longColumns('words', JSON.stringify(words)),
      lists: JSON.stringify(Object.keys(lists)),
    };
    return [
      before ? ['update', withKept(row, before.kept), 'Replace', { etag: before.etag }] : ['create', row],
      ...movesOf(partitionKey, before?.lists ?? [], lists),
    ];
  }

  return {
    /** One as it stands; undefined where there is none of this kind. One round trip. */
    load,

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    async loadAll(ids: readonly string[]): Promise<R[]> {
      const found = await Promise.all(ids.map((id) => unlessUnreadable(load(id))));
      return found.flatMap((one) => (one ? [one.standing] : []));
    },

    /** All that there are, a page at a time, in the order of their ids. A round trip for each thousand records of any kind. */
    async *every(): AsyncGenerator<R[]> {
      const all = `${keys.inRange(partitionKey, keys.recordsAfter())} and record eq '${record}'`;
      for await (const rows of readPages<object>(table, all, { size: PAGE }))
        yield readable(versions, kind, rows).map(whole);
    },

    rowsFor,

    /** Writes one without an event: who has left, or is known by another reference. False where somebody else changed it first. One round trip. */
    keep: (before: RecordVersion, now: R): Promise<boolean> =>
      unlessChanged(table.submitTransaction(rowsFor(before, now))),
  };
}
