import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited, type Rank, ranks } from '../../domain/rank.js';
import type { EventName } from '../../domain/record.js';
import * as keys from '../keys.js';
import { firstReadable, surelyReadable, withKept } from '../row-kinds.js';
import { isStatus, readRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { outboxKind } from './delivery-kinds.js';
import { fromOutboxRow, type OutboxRow, type Outgoing, outboxKeyOf, owesEntity, toOutboxRow } from './outbox-rows.js';

export type { Outgoing } from './outbox-rows.js';

export type OutboxStore = ReturnType<typeof openOutbox>;

type RankedOutgoing = Outgoing & Required<Pick<Outgoing, 'ranked'>>;

/** What is told first: what somebody waits for; and the rest. What version 1 wrote has no rank, and may be either. */
export const lanes = ['awaited', 'rest'] as const;
export type Lane = (typeof lanes)[number];

/** The keys of a lane, from what goes first to what goes last. */
const rangesOf: { readonly [L in Lane]: readonly { from: string; to: string }[] } = {
  awaited: [spanOf(ranks.filter(isAwaited)), keys.unrankedRange],
  rest: [spanOf(ranks.filter((rank) => !isAwaited(rank)))],
};

function spanOf(some: readonly Rank[]): { from: string; to: string } {
  const [first = ranks[0], last = first] = [some[0], some.at(-1)];
  return keys.owesRange(first, last);
}

/**
 * What events owe and nobody has been told of yet. `commit` writes the rows; the relay takes them away. One that
 * cannot be handled stands aside as stuck, so that it keeps no other from being seen.
 */
export function openOutbox(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const within = async (range: { from: string; to: string }, limit = Number.POSITIVE_INFINITY): Promise<Outgoing[]> => {
    const rows = await firstReadable(versions, outboxKind, table, keys.inRange(partitionKey, range), limit);
    return rows.map(fromOutboxRow);
  };

  /** Without the row's etag: whoever else moves or takes it away makes this fail as a whole. */
  async function move(from: string, to: string, row: Outgoing): Promise<boolean> {
    const moved = await unlessChanged(
      table.submitTransaction([
        ['delete', { partitionKey, rowKey: from }],
        ['create', { partitionKey, rowKey: to, ...toOutboxRow(row) }],
      ]),
    );
    return moved || (await readRow<OutboxRow>(table, partitionKey, to)) !== undefined;
  }

  return {
    /** At most `limit` rows of any rank. One round trip. */
    list: (limit: number): Promise<Outgoing[]> => within(keys.prefixRange(keys.prefixes.outbox), limit),

    /** At most `limit` rows of a lane, what goes first first. One round trip's time. */
    async next(lane: Lane, limit: number): Promise<Outgoing[]> {
      const found = await Promise.all(rangesOf[lane].map((range) => within(range, limit)));
      return found.flat().slice(0, limit);
    },

    /** Takes a row away when all that it owes stands elsewhere; one that another relay took away first is no fault. */
    async done({ etag, ...row }: Pick<Outgoing, 'redraws' | 'ranked' | 'id' | 'seq' | 'etag'>): Promise<void> {
      try {
        await table.deleteEntity(partitionKey, outboxKeyOf(row), { etag });
      } catch (error) {
        if (!isStatus(error, 404, 412)) throw error;
      }
    },

    /** Those who wait for it have been told: what is left goes on as news. Where another relay came first nothing happens. */
    async goOn({ etag: _, faults: __, reason: ___, left: ____, ...row }: RankedOutgoing): Promise<void> {
      await unlessChanged(
        table.submitTransaction([
          ['delete', { partitionKey, rowKey: outboxKeyOf(row) }],
          owesEntity(partitionKey, { ...row, ranked: { ...row.ranked, rank: 'news' }, rest: true }),
        ]),
      );
    },

    /**
     * Owes it that the record's cards are drawn anew up to an event, all of them from the first on: a record has one row for
     * it, so that the newest event takes the place of one before. Two round trips.
     */
    async redraw({ record, id, seq }: EventName): Promise<void> {
      const key = { partitionKey, rowKey: keys.redrawKey(id) };
      for (;;) {
        // Written over, what it says would be lost.
        const standing = surelyReadable(versions, outboxKind, await readRow(table, partitionKey, key.rowKey));
        if (standing && standing.seq >= seq) return;
        const row = { ...key, ...toOutboxRow({ record, id, seq, redraws: true }) };
        const write = standing
          ? table.updateEntity(withKept(row, standing.kept), 'Replace', { etag: standing.etag })
          : table.createEntity(row);
        if (await unlessChanged(write)) return;
      }
    },

    /** These cards have been looked at. Where another relay came first, or a newer event has taken its place, nothing happens. */
    async redrawnTo({ etag, ...row }: Outgoing, after: PersonRef): Promise<void> {
      const noted = { partitionKey, rowKey: outboxKeyOf(row), ...toOutboxRow({ ...row, after, faults: 0 }) };
      await unlessChanged(table.updateEntity(noted, 'Replace', { etag }));
    },

    /** Notes that a row could not be handled; with `giveUp` it stands aside from now on. */
    async failed(row: Outgoing, reason: string, giveUp: boolean): Promise<void> {
      const [rowKey, { etag }] = [outboxKeyOf(row), row];
      const noted = { ...row, faults: row.faults + 1, reason };
      if (giveUp) {
        // Where it had come to does not stand there, for that names somebody.
        const { after: _, ...aside } = noted;
        await move(rowKey, stuckKeyOf(row), aside);
        return;
      }
      try {
        await table.updateEntity({ partitionKey, rowKey, ...toOutboxRow(noted) }, 'Replace', { etag });
      } catch (error) {
        if (!isStatus(error, 404, 412)) throw error;
      }
    },

    /** What stands aside. One round trip. */
    stuck: (): Promise<Outgoing[]> => within(keys.prefixRange(keys.prefixes.stuck)),

    /** Puts what stands aside back to be handled; false when it does not stand there any more. */
    again: (row: Outgoing): Promise<boolean> => move(stuckKeyOf(row), outboxKeyOf(row), { ...row, faults: 0 }),
  };
}

const stuckKeyOf = ({ id, seq, redraws }: Outgoing): string => keys.stuckKey(id, seq, redraws && 'redraw');
