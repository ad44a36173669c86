import type { PersonRef } from '../../domain/person/person.js';
import * as keys from '../keys.js';
import { readable } from '../row-kinds.js';
import { isStatus, readPages, readRow, readRows, type StoredRow, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { followKind } from './idea-kinds.js';

export type FollowStore = ReturnType<typeof openFollows>;

/** Who follows which idea: a row each beside the idea, so that a popular idea is no hot spot. */
export function openFollows(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  const personsIn = (rows: readonly StoredRow<object>[]): PersonRef[] =>
    readable(versions, followKind, rows).flatMap(({ rowKey }) => rowKey.split('|').slice(2));

  return {
    /** Everybody who follows an idea. One round trip. */
    async of(id: string): Promise<PersonRef[]> {
      const range = keys.prefixRange(keys.prefixes.follows(id));
      return personsIn(await readRows<object>(table, keys.inRange(partitionKey, range), { select: ['RowKey', 'v'] }));
    },

    /** The same, so many at a time. */
    async *pages(id: string, size: number): AsyncGenerator<PersonRef[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.follows(id)));
      for await (const rows of readPages<object>(table, range, { size, select: ['RowKey', 'v'] })) {
        yield personsIn(rows);
      }
    },

    async follows(id: string, person: PersonRef): Promise<boolean> {
      return (await readRow(table, partitionKey, keys.followKey(id, person))) !== undefined;
    },

    /** From now on; to follow twice is to follow. */
    async add(id: string, person: PersonRef): Promise<void> {
      try {
        await table.submitTransaction([
          ['create', { partitionKey, rowKey: keys.followKey(id, person) }],
          traceOf(partitionKey, person, { record: 'idea', id }),
        ]);
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
      }
    },

    /** Not any more; to stop twice is to stop. */
    async remove(id: string, person: PersonRef): Promise<void> {
      const row = await readRow(table, partitionKey, keys.followKey(id, person));
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
