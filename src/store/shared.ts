import { z } from 'zod';
import * as keys from './keys.js';
import { json, type KeptColumns, rowKind, surelyReadable, withKept } from './row-kinds.js';
import { isStatus, type StoredRow } from './rows.js';
import type { Storage } from './storage.js';

/** What a shared row held when it was read. */
export interface Shared<T> {
  value: T | undefined;
  /** Storage's own clock in milliseconds, to the second: the one clock that all instances have in common. */
  now: number;
}

export type SharedStore = ReturnType<typeof openShared>;

interface SharedRow {
  json: string;
}

/** By it instances of all versions agree, on which version is written among other things: so it is read in any version. */
const sharedKind = rowKind('shared', { json: json(z.unknown()) }, { anyVersion: true });

/** Small values that all instances of the bot agree on, each in one row that its etag guards. */
export function openShared(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const { deliveries: table, versions } = storage;
  const partitionKey = keys.runsPartition(municipality);

  async function read<T>(name: string): Promise<Shared<T> & { etag: string | undefined; kept?: KeptColumns }> {
    let date: string | undefined;
    const onResponse = ({ headers }: { headers: { get(name: string): string | undefined } }) => {
      date = headers.get('date');
    };
    const clock = () => {
      const now = Date.parse(date ?? '');
      if (Number.isNaN(now)) throw new Error('Storage did not say what time it is');
      return now;
    };
    let found: StoredRow<object> | undefined;
    try {
      found = (await table.getEntity(partitionKey, keys.sharedKey(name), { onResponse })) as StoredRow<object>;
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
    const row = surelyReadable(versions, sharedKind, found);
    if (!row) return { value: undefined, etag: undefined, now: clock() };
    return { value: row.json as T, etag: row.etag, now: clock(), ...(row.kept && { kept: row.kept }) };
  }

  return {
    /** One round trip. */
    read: read as <T>(name: string) => Promise<Shared<T>>,

    /**
     * Makes one value into the next, which `next` finds from the value that stands and storage's time; asked again when
     * somebody else wrote first. Where `next` gives undefined nothing is written. Gives the value that then stands.
     */
    async change<T>(name: string, next: (value: T | undefined, now: number) => T | undefined): Promise<T | undefined> {
      for (;;) {
        const { value, etag, now, kept } = await read<T>(name);
        const after = next(value, now);
        if (after === undefined) return value;
        const columns = { partitionKey, rowKey: keys.sharedKey(name), json: JSON.stringify(after) };
        const entity = withKept(columns, kept);
        try {
          if (etag) await table.updateEntity<SharedRow>(entity, 'Replace', { etag });
          else await table.createEntity<SharedRow>(entity);
          return after;
        } catch (error) {
          // Also where the answer to one's own write was lost: reading again finds it, and `next` sees it as it is.
          if (!isStatus(error, 404, 409, 412)) throw error;
        }
      }
    },
  };
}
