import type { TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../domain/person/person.js';
import * as keys from './keys.js';
import { readRows, unlessGone } from './rows.js';
import type { Storage } from './storage.js';

/**
 * What is left to do with a second record when the first one's part of an operation is done: each is a commit of its own,
 * for they may lie in different partitions one day. Written with the first commit, taken away after the second.
 */
export interface Step {
  /** What is to be done. */
  name: string;
  /** The event of the first record that began it. */
  id: string;
  seq: number;
  /** The record with which it is to be done. */
  to: string;
  by: PersonRef;
  /** What else it takes, as JSON: a page at most, for what is in either record is read there. */
  data: string;
}

/** The row of a step, in the transaction that makes it necessary. */
export const stepEntity = (partitionKey: string, step: Step): TransactionAction => [
  'create',
  { partitionKey, rowKey: keys.stepKey(step.id, step.seq), ...step },
];

export type StepStore = ReturnType<typeof openSteps>;

/** What `commit` has begun and nobody has finished yet. */
export function openSteps(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** At most `limit` of them. One round trip. */
    async list(limit: number): Promise<Step[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.steps));
      const rows = await readRows<Step>(table, range, { limit });
      return rows.map(({ name, id, seq, to, by, data }) => ({ name, id, seq, to, by, data }));
    },

    /**
     * Takes away what is finished, by whomever: a step is written once, so that it needs no version. One round trip.
     */
    done: ({ id, seq }: Pick<Step, 'id' | 'seq'>): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.stepKey(id, seq), { etag: '*' })),
  };
}
