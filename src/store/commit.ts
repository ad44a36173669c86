import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { Rank } from '../domain/rank.js';
import { type EventName, type RecordKind, recordKinds } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import { owesEntity } from './delivery/outbox-rows.js';
import * as keys from './keys.js';
import { rowKind, surelyReadable } from './row-kinds.js';
import { readRow, unlessChanged } from './rows.js';
import { type Step, stepEntity } from './steps.js';
import type { Storage } from './storage.js';

/** What a kind of record's store has made of a change, and nobody has written yet. */
export interface ChangeRows {
  record: RecordKind;
  id: string;
  /** The number of the change's last event, and who did it: what its operation is known by. */
  seq: number;
  by: string;
  /** The record's row, guarded by its etag, and all that moves with it: events, texts, lists, due rows, traces. */
  entities: readonly TransactionAction[];
  /** The events of which others hear. */
  owes: readonly OwedEvent[];
  /** What is then left to do with other rows of the same record, more than one transaction takes. */
  step?: Step;
}

/**
 * An event by its number, when it was, how soon it is told of, and whether that may wait for others of the record. `left`: the
 * queues in which the record is asked of nobody any more since then.
 */
export interface OwedEvent {
  seq: number;
  at: Instant;
  rank: Rank;
  gathers?: true;
  left?: readonly keys.QueueName[];
}

export interface Operation {
  /** The one that a card minted, or that the clock's work names; spent together with the effect. */
  idempotencyKey: string;
  /** The activity in which the actor already sees the outcome: its card needs no update. */
  shownIn?: string;
  /** What is left to do with another record. */
  step?: Step;
  /**
   * Other records that must still be as they were read. Only those of the same partition can be named, as all are today:
   * across partitions nothing but a row of intent could say it.
   */
  unchanged?: readonly AsRead[];
}

/** A record by its id, at the version at which it was read. */
export interface AsRead {
  id: string;
  etag: string;
}

/** What an operation did, and who: the operation stands in the key. */
const operationKind = rowKind('operation', {
  record: z.enum(recordKinds),
  id: z.string(),
  seq: z.number(),
  by: z.string(),
});

/** What an operation did when it was first carried out. */
export interface OperationEffect extends EventName {
  by: string;
}

export type Committed =
  | { kind: 'saved' }
  /** The operation had been carried out before: by a second press, a resend, or a write whose answer was lost. */
  | { kind: 'before'; effect: OperationEffect }
  /** Somebody else changed the record first, or another one has its id. */
  | { kind: 'conflict' };

/** Azure's own limit for one transaction. */
export const MOST_ENTITIES = 100;

/** A change that no transaction has room for. A mistake of ours: what may grow without end belongs into rows beside the record. */
export class TooManyEntities extends Error {
  constructor(
    readonly id: string,
    readonly entities: number,
  ) {
    super(`A change of ${id} has ${entities} entities, and a transaction takes ${MOST_ENTITIES}`);
    this.name = 'TooManyEntities';
  }
}

export type Commits = ReturnType<typeof openCommits>;

/** Changes of records of any kind, each one entity-group transaction: it happens whole or not at all. */
export function openCommits(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];

  const effectOf = async (idempotencyKey: string): Promise<OperationEffect | undefined> => {
    const found = await readRow(table, partitionKey, keys.opKey(idempotencyKey));
    // Whether it was carried out is not guessed.
    const row = surelyReadable(versions, operationKind, found);
    return row && { record: row.record, id: row.id, seq: row.seq, by: row.by };
  };

  return {
    /** What an operation did; undefined where it has not been spent. One round trip. */
    effectOf,

    /**
     * Writes a change with its operation and what others are owed, all or nothing. Never overwrites: the record's row is
     * guarded by its etag, and every other row moves in the same transaction. One round trip; a second one only when
     * storage says that the operation or a version is spent. Throws `TooManyEntities` before anything is asked of storage.
     */
    async commit(
      { record, id, seq, by, entities, owes, step: own }: ChangeRows,
      { idempotencyKey, shownIn, step, unchanged = [] }: Operation,
    ): Promise<Committed> {
      const actions: TransactionAction[] = [
        ...entities,
        create(keys.opKey(idempotencyKey), { record, id, seq, by } satisfies OperationEffect),
        ...owes.map(({ seq: event, at, rank, ...more }) =>
          owesEntity(partitionKey, {
            record,
            id,
            seq: event,
            ranked: { rank, at },
            ...more,
            ...(shownIn && { shownIn }),
          }),
        ),
        ...[own, step].flatMap((one) => (one ? [stepEntity(partitionKey, one)] : [])),
        ...unchanged.map(({ id: other, etag }): TransactionAction => {
          return ['update', { partitionKey, rowKey: keys.recordKey(other) }, 'Merge', { etag }];
        }),
      ];
      if (actions.length > MOST_ENTITIES) throw new TooManyEntities(id, actions.length);
      if (await unlessChanged(table.submitTransaction(actions))) return { kind: 'saved' };
      // Never guessed from the record's row: whether it is one's own effect only the operation's row says.
      const effect = await effectOf(idempotencyKey);
      return effect ? { kind: 'before', effect } : { kind: 'conflict' };
    },
  };
}
