import type { TransactionAction } from '@azure/data-tables';
import type { MovedUnits } from '../../domain/organisation/overlay/moved-units.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { inRange, prefixRange } from '../keys.js';
import { longColumns } from '../long-columns.js';
import { type KeptColumns, readable, withKept } from '../row-kinds.js';
import { isStatus, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import * as keys from './organisation-keys.js';
import { unitMovesKind } from './version-kinds.js';

/** What a version has left to do with the ideas of units that have come to other departments. */
export interface UnitMoves {
  version: number;
  /** When the version was made. */
  at: Instant;
  moved: readonly MovedUnits[];
  /** All ideas up to this id have been looked at. */
  after?: string;
  /** All have been, once: what was written meanwhile by the organisation before it is looked for by a second look. */
  looked?: true;
  /** Some idea could not be moved in this look: another one follows it. */
  failed?: true;
  /** Whoever looks at them now has them until then; or nobody looks before. */
  until?: Instant;
}
export type StoredUnitMoves = UnitMoves & { etag: string; kept?: KeptColumns };

/** Whoever has not gone on for so long is gone. */
const CLAIM_MS = 60_000;

const rowOf = (partitionKey: string, { version, moved, ...rest }: UnitMoves) => ({
  ...{ partitionKey, rowKey: keys.unitMovesKey(version), version, ...rest },
  ...longColumns('moved', JSON.stringify(moved)),
});

/** What stands in the transaction of a version by which units move: one row or none. */
export const unitMovesActions = (
  partitionKey: string,
  moves: Pick<UnitMoves, 'version' | 'at' | 'moved'>,
): TransactionAction[] => (moves.moved.length > 0 ? [['create', rowOf(partitionKey, moves)]] : []);

export type UnitMovesStore = ReturnType<typeof openUnitMoves>;

/** How far the ideas of units that have moved have come along, a row for each version that moved some. */
export function openUnitMoves(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.organisationPartition(municipality);

  /** Undefined where somebody else has it, or has gone on; also where the answer was lost, and then a minute later it is anybody's. */
  async function write({ etag: before, kept, ...moves }: StoredUnitMoves): Promise<StoredUnitMoves | undefined> {
    try {
      const row = withKept(rowOf(partitionKey, moves), kept);
      const { etag } = await table.updateEntity(row, 'Replace', { etag: before });
      return etag === undefined ? undefined : { ...moves, etag, ...(kept && { kept }) };
    } catch (error) {
      if (isStatus(error, 404, 412)) return undefined;
      throw error;
    }
  }

  return {
    /** The oldest first. One small request where nothing is left to do. */
    async list(): Promise<StoredUnitMoves[]> {
      const rows = await readRows<object>(table, inRange(partitionKey, prefixRange(keys.allUnitMoves)));
      return readable(versions, unitMovesKind, rows).map(({ partitionKey: _, rowKey: __, ...row }) => row);
    },

    /** Takes it for a minute, where nobody else has it; undefined where somebody has. One round trip. */
    async claim(moves: StoredUnitMoves, now: Instant): Promise<StoredUnitMoves | undefined> {
      if (moves.until !== undefined && moves.until > now) return undefined;
      return write({ ...moves, until: instantOf(millisecondsOf(now) + CLAIM_MS) });
    },

    /** Notes how far whoever has it has come, and keeps it for another minute; undefined where that is somebody else by now. One round trip. */
    keep: (moves: StoredUnitMoves, now: Instant): Promise<StoredUnitMoves | undefined> =>
      write({ ...moves, until: instantOf(millisecondsOf(now) + CLAIM_MS) }),

    /** The same, and gives it back; undefined where that is somebody else by now. One round trip. */
    goOn: write,

    /** All ideas have come along. */
    done: ({ version, etag }: Pick<StoredUnitMoves, 'version' | 'etag'>): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.unitMovesKey(version), { etag })),
  };
}
