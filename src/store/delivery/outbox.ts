import type { EventName } from '../../domain/record.js';
import * as keys from '../keys.js';
import { isStatus, readRow, readRows, type StoredRow } from '../rows.js';
import type { Storage } from '../storage.js';

/** One event that owes messages, written in the event's own transaction. */
export interface Outgoing extends EventName {
  /** The activity in which the actor already sees the outcome. */
  shownIn?: string;
  /** How often it could not be made into messages, and why the last time. */
  faults: number;
  reason?: string;
  etag: string;
}

interface OutboxRow extends EventName {
  shownIn?: string;
  faults?: number;
  reason?: string;
}

export type OutboxStore = ReturnType<typeof openOutbox>;

/**
 * What events owe and nobody has been told of yet. `commit` writes the rows; the relay takes them away. One that
 * cannot be handled stands aside as stuck, so that it keeps no other from being seen.
 */
export function openOutbox(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.recordsPartition(municipality);
  const listed = async (prefix: string, limit?: number): Promise<Outgoing[]> => {
    const range = keys.inRange(partitionKey, keys.prefixRange(prefix));
    return (await readRows<OutboxRow>(table, range, limit ? { limit } : {})).map(fromRow);
  };

  /** Without the row's etag: whoever else moves or takes it away makes this fail as a whole. */
  async function move(from: string, to: string, { etag: _, ...row }: Outgoing): Promise<boolean> {
    try {
      await table.submitTransaction([
        ['delete', { partitionKey, rowKey: from }],
        ['create', { partitionKey, rowKey: to, ...row }],
      ]);
      return true;
    } catch (error) {
      if (!isStatus(error, 404, 409, 412)) throw error;
      return (await readRow<OutboxRow>(table, partitionKey, to)) !== undefined;
    }
  }

  return {
    /** At most `limit` rows, a record's own events in order. One round trip. */
    list: (limit: number): Promise<Outgoing[]> => listed(keys.prefixes.outbox, limit),

    /** Takes a row away when all that it owes stands elsewhere; one that another relay took away first is no fault. */
    async done({ id, seq, etag }: Outgoing): Promise<void> {
      try {
        await table.deleteEntity(partitionKey, keys.outboxKey(id, seq), { etag });
      } catch (error) {
        if (!isStatus(error, 404, 412)) throw error;
      }
    },

    /** Notes that a row could not be handled; with `giveUp` it stands aside from now on. */
    async failed(row: Outgoing, reason: string, giveUp: boolean): Promise<void> {
      const rowKey = keys.outboxKey(row.id, row.seq);
      const noted = { ...row, faults: row.faults + 1, reason };
      if (giveUp) {
        await move(rowKey, keys.stuckKey(row.id, row.seq), noted);
        return;
      }
      const { etag, ...columns } = noted;
      try {
        await table.updateEntity({ partitionKey, rowKey, ...columns }, 'Replace', { etag });
      } catch (error) {
        if (!isStatus(error, 404, 412)) throw error;
      }
    },

    /** What stands aside. One round trip. */
    stuck: (): Promise<Outgoing[]> => listed(keys.prefixes.stuck),

    /** Puts what stands aside back to be handled; false when it does not stand there any more. */
    again: (row: Outgoing): Promise<boolean> =>
      move(keys.stuckKey(row.id, row.seq), keys.outboxKey(row.id, row.seq), { ...row, faults: 0 }),
  };
}

const fromRow = ({ record, id, seq, etag, shownIn, faults = 0, reason }: StoredRow<OutboxRow>): Outgoing => ({
  record,
  id,
  seq,
  etag,
  faults,
  ...(shownIn && { shownIn }),
  ...(reason && { reason }),
});
