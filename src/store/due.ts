import type { RecordName } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import * as keys from './keys.js';
import { readRows } from './rows.js';
import type { Storage } from './storage.js';

/** Something that time has brought to a record; the kinds of record say what. */
export interface Due extends RecordName {
  kind: string;
}

export type DueStore = ReturnType<typeof openDue>;

/** What time will bring to records of all kinds. A record's own transactions write and take away the rows. */
export function openDue(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** What time has brought by now, the oldest first. One round trip. */
    async by(now: Instant, limit = 100): Promise<Due[]> {
      const range = keys.inRange(partitionKey, keys.dueRange(now));
      const rows = await readRows<RecordName>(storage.ideas, range, { limit });
      return rows.map(({ record, id, rowKey }) => ({ record, id, kind: rowKey.split('|')[3] ?? '' }));
    },
  };
}
