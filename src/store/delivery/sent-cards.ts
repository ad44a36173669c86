import type { PersonRef } from '../../domain/person/person.js';
import type { EventName } from '../../domain/record.js';
import * as keys from '../keys.js';
import { firstReadable, ifReadable, readable, withKept } from '../row-kinds.js';
import { isStatus, readRow, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { sentCardKind } from './delivery-kinds.js';

/** Where a card of a record stands in somebody's chat, and which version of the record it shows. */
export interface SentCard extends EventName {
  person: PersonRef;
  conversation: string;
  activity: string;
  decisionVersion: number;
}

export type SentCardStore = ReturnType<typeof openSentCards>;

/** The newest card of each record in each chat; `seq` is that of the newest event of which it knows. Beside the record's row and not in it, so that a popular one is no hot spot. */
export function openSentCards(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const rowOf = (copy: SentCard) => ({ partitionKey, rowKey: keys.copyKey(copy.id, copy.person), ...copy });

  /** Writes a copy unless `isFirst` says that what stands goes before it. */
  async function write(copy: SentCard, isFirst: (standing: SentCard | undefined) => boolean): Promise<void> {
    const row = rowOf(copy);
    for (;;) {
      const found = await readRow<object>(table, partitionKey, row.rowKey);
      const standing = ifReadable(versions, sentCardKind, found);
      // One that cannot be read stands: an instance of the newer version keeps it.
      if ((found && !standing) || isFirst(standing)) return;
      try {
        if (standing) await table.updateEntity(withKept(row, standing.kept), 'Replace', { etag: standing.etag });
        else await table.submitTransaction([['create', row], traceOf(partitionKey, copy.person, copy)]);
        return;
      } catch (error) {
        // Somebody else wrote in between, or this write's own answer was lost: reading again tells which.
        if (!isStatus(error, 404, 409, 412)) throw error;
      }
    }
  }

  return {
    /** Remembers a card: another activity takes the earlier one's place, the same activity never goes back to an older state. */
    put: (copy: SentCard): Promise<void> =>
      write(copy, (standing) => standing?.activity === copy.activity && standing.seq >= copy.seq),

    /** The same card shows a later state. A newer card that has taken its place meanwhile, or its going, stands. */
    moveOn: (copy: SentCard): Promise<void> =>
      write(copy, (standing) => standing?.activity !== copy.activity || standing.seq >= copy.seq),

    /** Everybody's copies of a record. One round trip. */
    async of(id: string): Promise<SentCard[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.copies(id)));
      return readable(versions, sentCardKind, await readRows<object>(table, range)).map(fromRow);
    },

    /** The copies of a record after somebody's, in the order of their people, so many at most. One round trip. */
    async next(id: string, after: PersonRef | undefined, limit: number): Promise<SentCard[]> {
      const range = keys.inRange(partitionKey, keys.copiesAfter(id, after));
      return (await firstReadable(versions, sentCardKind, table, range, limit)).map(fromRow);
    },

    /** Forgets a card that is gone from the chat, unless another has taken its place. */
    async forget({ id, person, activity }: Pick<SentCard, 'id' | 'person' | 'activity'>): Promise<void> {
      const row = await readRow<object>(table, partitionKey, keys.copyKey(id, person));
      const standing = ifReadable(versions, sentCardKind, row);
      if (standing?.activity !== activity) return;
      await unlessGone(table.deleteEntity(partitionKey, standing.rowKey, { etag: standing.etag }));
    },

    /** Where the card of a record stands in this person's chat, if it does. One round trip. */
    async in(id: string, person: PersonRef): Promise<SentCard | undefined> {
      const found = await readRow<object>(table, partitionKey, keys.copyKey(id, person));
      const row = ifReadable(versions, sentCardKind, found);
      return row && fromRow(row);
    },
  };
}

const fromRow = ({ record, id, person, conversation, activity, decisionVersion, seq }: SentCard): SentCard => ({
  record,
  id,
  person,
  conversation,
  activity,
  decisionVersion,
  seq,
});
