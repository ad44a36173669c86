import type { TransactionAction } from '@azure/data-tables';
import type { EventName, RecordKind } from '../domain/record.js';
import * as keys from './keys.js';
import { isStatus, readRow } from './rows.js';
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
  /** The numbers of the events of which others hear. */
  owes: readonly number[];
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
  unchanged?: readonly { id: string; etag: string }[];
}

/** What an operation did when it was first carried out. */
export interface OperationEffect extends EventName {
  by: string;
}

export type Committed =
  | { outcome: 'saved' }
  /** The operation had been carried out before: by a second press, a resend, or a write whose answer was lost. */
  | { outcome: 'before'; effect: OperationEffect }
  /** Somebody else changed the record first, or another one has its id. */
  | { outcome: 'conflict' };

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
export function openCommits(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.recordsPartition(municipality);
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];

  const effectOf = async (idempotencyKey: string): Promise<OperationEffect | undefined> => {
    const row = await readRow<OperationEffect>(table, partitionKey, keys.opKey(idempotencyKey));
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
      { record, id, seq, by, entities, owes }: ChangeRows,
      { idempotencyKey, shownIn, step, unchanged = [] }: Operation,
    ): Promise<Committed> {
      const actions: TransactionAction[] = [
        ...entities,
        create(keys.opKey(idempotencyKey), { record, id, seq, by } satisfies OperationEffect),
        ...owes.map((event) =>
          create(keys.outboxKey(id, event), { record, id, seq: event, ...(shownIn && { shownIn }) }),
        ),
        ...(step ? [stepEntity(partitionKey, step)] : []),
        ...unchanged.map(({ id: other, etag }): TransactionAction => {
          return ['update', { partitionKey, rowKey: keys.recordKey(other) }, 'Merge', { etag }];
        }),
      ];
      if (actions.length > MOST_ENTITIES) throw new TooManyEntities(id, actions.length);
      try {
        await table.submitTransaction(actions);
        return { outcome: 'saved' };
      } catch (error) {
        if (!isStatus(error, 404, 409, 412)) throw error;
        // Never guessed from the record's row: whether it is one's own effect only the operation's row says.
        const effect = await effectOf(idempotencyKey);
        return effect ? { outcome: 'before', effect } : { outcome: 'conflict' };
      }
    },
  };
}
