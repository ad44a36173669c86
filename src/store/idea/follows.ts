import type { PersonRef } from '../../domain/person/person.js';
import * as keys from '../keys.js';
import { isStatus, readRow, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';

export type FollowStore = ReturnType<typeof openFollows>;

/** Who follows which idea: a row each beside the idea, so that a popular idea is no hot spot. */
export function openFollows(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** Everybody who follows an idea. One round trip. */
    async of(id: string): Promise<PersonRef[]> {
      const range = keys.prefixRange(keys.prefixes.follows(id));
      const rows = await readRows<object>(table, keys.inRange(partitionKey, range), { select: ['RowKey'] });
      return rows.flatMap(({ rowKey }) => rowKey.split('|').slice(2));
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
