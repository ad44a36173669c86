import type { PersonRef } from '../../domain/person/person.js';
import * as keys from '../keys.js';
import { readable, surelyReadable } from '../row-kinds.js';
import { isStatus, readRow, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { reportKind } from './idea-kinds.js';

export type ReportStore = ReturnType<typeof openReports>;

/** Who has said something about an idea's text: a row each beside the idea, so that however many do, the idea does not grow. */
export function openReports(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** The number of the event with which this person has said something and which is answered, or undefined. One round trip. */
    async in(id: string, person: PersonRef): Promise<number | undefined> {
      const row = await readRow(table, partitionKey, keys.reportKey(id, person));
      return surelyReadable(versions, reportKind, row)?.seq;
    },

    /** Everybody whom the answer to this event is for. A round trip for each thousand. */
    async of(id: string, seq: number): Promise<PersonRef[]> {
      const range = keys.prefixRange(keys.prefixes.reports(id));
      const rows = readable(versions, reportKind, await readRows(table, keys.inRange(partitionKey, range)));
      return rows.flatMap((row) => (row.seq === seq ? row.rowKey.split('|').slice(2) : []));
    },

    /** Each person once for an idea: the first time stands. */
    async add(id: string, person: PersonRef, seq: number): Promise<void> {
      const row = { partitionKey, rowKey: keys.reportKey(id, person), seq };
      try {
        await table.submitTransaction([['create', row], traceOf(partitionKey, person, { record: 'idea', id })]);
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
      }
    },

    /** Nothing says any more that they did. */
    async remove(id: string, person: PersonRef): Promise<void> {
      const row = await readRow(table, partitionKey, keys.reportKey(id, person));
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
