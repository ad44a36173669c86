import type { TableClient } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import type { Week } from '../../domain/time.js';
import { ifReadable, withKept } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { readRow, unlessChanged, unlessGone } from '../rows.js';
import { weekPlacesKind } from './delivery-kinds.js';
import type { DeliveryName } from './wake-ups.js';

/** What of somebody's week has had a place in it: one row of each person for each kind of place, written anew in another week. */
export interface PlacesRow {
  person: PersonRef;
  week: Week;
  /** What has had one, by names with blanks between. */
  names: string;
}

/** The row of what of a week was announced to somebody. */
export const announcedKey = (person: PersonRef) => `announced|${person}`;

/** Places of one kind for what comes to people, so many a week, beside their deliveries. `keyOf`: the row of somebody's. */
export function openWeekPlaces(
  table: TableClient,
  versions: RowVersions,
  partitionOf: (name: Pick<DeliveryName, 'person'>) => string,
  keyOf: (person: PersonRef) => string,
) {
  return {
    /**
     * Whether something has one of a person's places of a week, and takes one for it while there are some left. Asked again, by
     * whomever, it answers the same, so that what is tried again has its place already. One round trip, two where it takes one.
     */
    async takes(person: PersonRef, name: string, { week, most }: { week: Week; most: number }): Promise<boolean> {
      const [partitionKey, rowKey] = [partitionOf({ person }), keyOf(person)];
      for (;;) {
        const row = await readRow<object>(table, partitionKey, rowKey);
        const found = ifReadable(versions, weekPlacesKind, row);
        // What only a newer version can read is not written over.
        if (row && !found) return false;
        const names = found?.week === week ? found.names.split(' ') : [];
        if (names.includes(name)) return true;
        if (names.length >= most) return false;
        const columns: PlacesRow = { person, week, names: [...names, name].join(' ') };
        const after = { partitionKey, rowKey, ...columns };
        const writing = found
          ? table.updateEntity(withKept(after, found.kept), 'Replace', { etag: found.etag })
          : table.createEntity(after);
        if (await unlessChanged(writing)) return true;
      }
    },

    /** It is not known any more what has had one of the person's. */
    async removeAllOf(person: PersonRef): Promise<void> {
      const row = await readRow<object>(table, partitionOf({ person }), keyOf(person));
      if (row) await unlessGone(table.deleteEntity(row.partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
