import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { PersonRef } from '../domain/person/person.js';
import * as keys from './keys.js';
import { type LongColumns, longColumns } from './long-columns.js';
import { firstReadable, ifReadable, type KeptColumns, rowKind, withKept } from './row-kinds.js';
import { readRow, unlessGone } from './rows.js';
import type { Storage } from './storage.js';

/** What there can be left to do. What each is stands in `app/steps.ts`. */
const stepNames = ['absorb', 'adoptions', 'liftObstacle', 'needs', 'wakeSleeping'] as const;
export type StepName = (typeof stepNames)[number];

/** Whether this version of the bot knows such a step: a newer one, beside it while instances are being replaced, knows more. */
export const isStepName = (name: string): name is StepName => stepNames.some((one) => one === name);

/**
 * What an operation has left to do when its first commit is done: with a second record, which may lie in another partition
 * one day, or with more rows than one transaction takes. Written with the first commit, taken away with or after the last.
 */
export interface Step {
  /** What is to be done. */
  name: StepName;
  /** The event of the first record that began it. */
  id: string;
  seq: number;
  /** The record with which it is to be done; of what is done in parts, the same. */
  to: string;
  by: PersonRef | 'clock';
  /** What else it takes, as JSON: little, for what is in either record is read there. */
  data: string;
}

type StepRow = Omit<Step, 'data'> & LongColumns<'data'>;

const stepKind = rowKind(
  'step',
  { name: z.string(), id: z.string(), seq: z.number(), to: z.string(), by: z.string(), data: z.string() },
  { long: ['data'], joined: true },
);

/** A step as read, with the version that its next part must name. */
export type StoredStep = Step & { etag: string; kept?: KeptColumns };

const rowOf = (partitionKey: string, { data, ...step }: Step) => ({
  ...{ partitionKey, rowKey: keys.stepKey(step.id, step.seq, step.name) },
  ...({ ...step, ...longColumns('data', data) } satisfies StepRow),
});

/** The row of a step, in the transaction that makes it necessary. */
export const stepEntity = (partitionKey: string, step: Step): TransactionAction => [
  'create',
  rowOf(partitionKey, step),
];

/** The same again, where it may stand there already: it says nothing that it did not. */
export const stepAgain = (partitionKey: string, step: Step): TransactionAction => [
  'upsert',
  rowOf(partitionKey, step),
  // What a newer version has beside that stays.
  'Merge',
];

/**
 * What becomes of a step's row in the transaction that does a part of it: `next` is how it goes on, undefined its end. A
 * deletion in a transaction knows no version: what else is in it must be guarded.
 */
export function stepGoesOn(
  partitionKey: string,
  { etag, kept, ...step }: StoredStep,
  next?: string,
): TransactionAction {
  const row = rowOf(partitionKey, { ...step, data: next ?? step.data });
  if (next === undefined) return ['delete', { partitionKey, rowKey: row.rowKey }];
  return ['update', withKept(row, kept), 'Replace', { etag }];
}

export type StepStore = ReturnType<typeof openSteps>;

/** What `commit` has begun and nobody has finished yet. */
export function openSteps(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** At most `limit` of them, in the order of their records' ids from `from` on and around. One round trip's time. */
    async list(limit: number, from = ''): Promise<Step[]> {
      const found = await Promise.all(
        keys
          .around(keys.prefixRange(keys.prefixes.steps), from)
          .map((range) => firstReadable(versions, stepKind, table, keys.inRange(partitionKey, range), limit)),
      );
      return found
        .flat()
        .slice(0, limit)
        .map((row) => {
          // One that only a newer version knows is listed, and left for that one.
          const unread = { kind: stepKind.name, id: row.rowKey, why: 'name', newer: true };
          if (!isStepName(row.name)) versions.unread(unread);
          return fromRow(row);
        });
    },

    /** One of them with its version; undefined where it is finished. One round trip. */
    async get({ id, seq, name }: Pick<Step, 'id' | 'seq' | 'name'>): Promise<StoredStep | undefined> {
      const row = ifReadable(versions, stepKind, await readRow(table, partitionKey, keys.stepKey(id, seq, name)));
      return row && { ...fromRow(row), etag: row.etag, ...(row.kept && { kept: row.kept }) };
    },

    /**
     * Takes away what is finished, by whomever: a step is written once, so that it needs no version. One round trip.
     */
    done: ({ id, seq, name }: Pick<Step, 'id' | 'seq' | 'name'>): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.stepKey(id, seq, name), { etag: '*' })),
  };
}

function fromRow({ name, id, seq, to, by, data }: Omit<Step, 'name'> & { name: string }): Step {
  return { name: name as StepName, id, seq, to, by, data };
}
