import type { PersonRef } from '../../domain/person/person.js';
import type { RecordKind } from '../../domain/record.js';
import * as keys from '../keys.js';
import { readable } from '../row-kinds.js';
import { isStatus, readPages, readRow, readRows, type StoredRow, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { followKind } from './idea-kinds.js';

const COUNTED = ['PartitionKey', 'RowKey', 'department', 'v'];

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

    /** How many follow, a thousand at most, and in how many departments they have said that they work. One round trip. */
    async count(id: string): Promise<{ people: number; departments: number }> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.follows(id)));
      const rows = await readRows<{ department?: string }>(table, range, { select: COUNTED, limit: 1000 });
      const places = readable(versions, followKind, rows).flatMap(({ department }) => department ?? []);
      return { people: rows.length, departments: new Set(places).size };
    },

    async follows(id: string, person: PersonRef): Promise<boolean> {
      return (await readRow(table, partitionKey, keys.followKey(id, person))) !== undefined;
    },

    /** From now on; to follow twice is to follow. `record`: of which kind it is; `department`: where whoever follows works. */
    async add(
      id: string,
      person: PersonRef,
      { record = 'idea', department }: { record?: RecordKind; department?: string | undefined } = {},
    ): Promise<void> {
      try {
        await table.submitTransaction([
          [
            'create',
            { partitionKey, rowKey: keys.followKey(id, person), ...(department !== undefined && { department }) },
          ],
          traceOf(partitionKey, person, { record, id }),
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
