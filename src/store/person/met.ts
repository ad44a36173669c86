import { type Met, metAfter } from '../../domain/person/met-before.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, withKept } from '../row-kinds.js';
import { readRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { metKind } from './person-kinds.js';

export type MetStore = ReturnType<typeof openMet>;

/** What people have been shown from other departments when they asked for it: one row of each person, so that they do not meet it again. */
export function openMet(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.peoplePartition(municipality);

  const read = async (person: PersonRef) => {
    const row = await readRow<object>(table, partitionKey, keys.metKey(person));
    return { row, found: ifReadable(versions, metKind, row) };
  };

  return {
    /** One round trip. */
    of: async (person: PersonRef): Promise<readonly Met[]> => (await read(person)).found?.seen ?? [],

    /** Remembers what is shown, and forgets what is too old to count. What only a newer version can read is not written over. Two round trips. */
    async add(person: PersonRef, ids: readonly string[], today: Day): Promise<void> {
      for (;;) {
        const { row, found } = await read(person);
        if (row && !found) return;
        const seen = JSON.stringify(metAfter(found?.seen ?? [], ids, today));
        const after = { partitionKey, rowKey: keys.metKey(person), seen };
        const writing = found
          ? table.updateEntity(withKept(after, found.kept), 'Replace', { etag: found.etag })
          : table.createEntity(after);
        if (await unlessChanged(writing)) return;
      }
    },

    /** It is not known any more what the person has been shown. */
    async removeAllOf(person: PersonRef): Promise<void> {
      const { row } = await read(person);
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
