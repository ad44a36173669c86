import { z } from 'zod';
import { type RecordName, recordKinds } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import * as keys from './keys.js';
import { firstReadable, rowKind } from './row-kinds.js';
import type { Storage } from './storage.js';

/** Something that time has brought to a record; the kinds of record say what. */
export interface Due extends RecordName {
  kind: string;
}

/** What time brings to which record; what it is stands in the key. */
const dueKind = rowKind('due', { record: z.enum(recordKinds), id: z.string() });

export type DueStore = ReturnType<typeof openDue>;

/** What time will bring to records of all kinds. A record's own transactions write and take away the rows. */
export function openDue({ ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** What time has brought by now, the oldest first. One round trip, and one more for each page of what cannot be read. */
    async by(now: Instant, limit = 100): Promise<Due[]> {
      const range = keys.inRange(partitionKey, keys.dueRange(now));
      const rows = await firstReadable(versions, dueKind, table, range, limit);
      return rows.map(({ record, id, rowKey }) => ({ record, id, kind: rowKey.split('|')[3] ?? '' }));
    },
  };
}
