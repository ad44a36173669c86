import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { PersonRef } from '../domain/person/person.js';
import { isRecordKind, type RecordKind, type RecordName } from '../domain/record.js';
import * as keys from './keys.js';
import { readable, rowKind } from './row-kinds.js';
import { readRow, readRows, type StoredRow, unlessGone } from './rows.js';
import type { Storage } from './storage.js';

/**
 * The row that says that a person has something to do with a record: written together with whatever they have there. It
 * says no more than of which kind that is, so that writing it twice changes nothing and needs no version.
 */
export const traceOf = (partitionKey: string, person: PersonRef, { record, id }: RecordName): TransactionAction => [
  'upsert',
  { partitionKey, rowKey: keys.traceKey(person, id), record },
  'Merge',
];

/** Whose it is, and of which record, stands in the key. */
const traceKind = rowKind('trace', { record: z.string() });
const COLUMNS = ['PartitionKey', 'RowKey', 'record', 'v'];

/** Azure's own limit. */
const MOST_IN_TRANSACTION = 100;

export type TraceStore = ReturnType<typeof openTraces>;

/** In which records a person has or had anything: what they are told of themselves, and erased from, is found by it. */
export function openTraces(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const namesIn = (rows: readonly StoredRow<object>[]): RecordName[] =>
    readable(versions, traceKind, rows).map(({ rowKey, record }) => {
      // What only a newer version knows is somebody's all the same: nobody is done with them before it is gone.
      if (!isRecordKind(record)) versions.unread({ kind: traceKind.name, id: rowKey, why: 'record', newer: true });
      return { record: record as RecordKind, id: rowKey.split('|')[2] ?? '' };
    });

  return {
    /** A round trip for each thousand. */
    async of(person: PersonRef): Promise<RecordName[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.traces(person)));
      return namesIn(await readRows(table, range, { select: COLUMNS }));
    },

    /** So many of them at most, after that of the record `after`, in the order of their ids. One round trip. */
    async page(person: PersonRef, after: string, limit: number): Promise<RecordName[]> {
      const range = keys.inRange(partitionKey, keys.tracesAfter(person, after));
      return namesIn(await readRows(table, range, { select: COLUMNS, limit }));
    },

    /** That of one record; undefined where there is none. One round trip. */
    async in(person: PersonRef, id: string): Promise<RecordName | undefined> {
      const row = await readRow<object>(table, partitionKey, keys.traceKey(person, id));
      return namesIn(row ? [row] : [])[0];
    },

    /** Whether there is any. One round trip. */
    async any(person: PersonRef): Promise<boolean> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.traces(person)));
      return (await readRows<object>(table, range, { select: ['RowKey'], limit: 1 })).length > 0;
    },

    /** Those who will have something to do with a record, before they do. Harmless where nothing comes of it. A round trip for each hundred. */
    async leave(people: readonly PersonRef[], name: RecordName): Promise<void> {
      for (let from = 0; from < people.length; from += MOST_IN_TRANSACTION) {
        const some = people.slice(from, from + MOST_IN_TRANSACTION);
        await table.submitTransaction(some.map((person) => traceOf(partitionKey, person, name)));
      }
    },

    /** Nothing of the person's is there any more. */
    async remove(person: PersonRef, { id }: Pick<RecordName, 'id'>): Promise<void> {
      const row = await readRow(table, partitionKey, keys.traceKey(person, id));
      // One that is written anew meanwhile is found by whoever looks once more.
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
