import * as keys from './keys.js';
import { isStatus, readRows } from './rows.js';
import type { Storage } from './storage.js';

/** One event that owes messages, written in the event's own transaction. */
export interface Outgoing {
  id: string;
  seq: number;
  /** The activity in which the actor already sees the outcome. */
  shownIn?: string;
  etag: string;
}

interface OutboxRow {
  id: string;
  seq: number;
  shownIn?: string;
}

export type OutboxStore = ReturnType<typeof openOutbox>;

/** What events owe and nobody has been told of yet. `ideas.save` writes the rows; the relay takes them away. */
export function openOutbox(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const partitionKey = keys.ideasPartition(municipality);
  const all = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.outbox));
  return {
    /** At most `limit` rows, an idea's own events in order. One round trip. */
    async list(limit: number): Promise<Outgoing[]> {
      const rows = await readRows<OutboxRow>(storage.ideas, all, { limit });
      return rows.map(({ id, seq, shownIn, etag }) => ({ id, seq, etag, ...(shownIn && { shownIn }) }));
    },

    /** Takes a row away when all that it owes stands elsewhere; one that another relay took away first is no fault. */
    async done({ id, seq, etag }: Outgoing): Promise<void> {
      try {
        await storage.ideas.deleteEntity(partitionKey, keys.outboxKey(id, seq), { etag });
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
      }
    },
  };
}
