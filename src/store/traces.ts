import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../domain/idea/events.js';
import type { PersonRef } from '../domain/person/person.js';
import * as keys from './keys.js';
import { readRow, readRows, unlessGone } from './rows.js';
import type { Storage } from './storage.js';

/**
 * The row that says that a person has something to do with an idea: written together with whatever they have there.
 * Without columns, so that writing it twice changes nothing and needs no version.
 */
export const traceOf = (partitionKey: string, person: PersonRef, id: string): TransactionAction => [
  'upsert',
  { partitionKey, rowKey: keys.traceKey(person, id) },
  'Replace',
];

/**
 * Everybody to whom an event gives something to do with its idea: who did it, and whom it names. Not those who come with
 * another idea, for whom a transaction has no room: their traces are written before it (`leave`); nor somebody who leaves.
 */
export function tracedIn({ by, data, type }: IdeaEvent): PersonRef[] {
  const { submitter, coSubmitters, person, driver, doer, owner } = data as Partial<
    Record<'submitter' | 'person' | 'driver' | 'doer' | 'owner', PersonRef> & { coSubmitters: PersonRef[] }
  >;
  const barred = type === 'mergeProposed' ? data.barred : [];
  const all = [by, submitter, person, driver, doer, owner, ...(coSubmitters ?? []), ...barred];
  return [...new Set(all.filter((ref) => ref !== undefined && ref !== 'clock'))] as PersonRef[];
}

/** Azure's own limit. */
const MOST_IN_TRANSACTION = 100;

export type TraceStore = ReturnType<typeof openTraces>;

/** In which ideas a person has or had anything: what they are told of themselves, and erased from, is found by it. */
export function openTraces(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.ideasPartition(municipality);

  return {
    /** The ideas' ids. A round trip for each thousand. */
    async of(person: PersonRef): Promise<string[]> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.traces(person)));
      const rows = await readRows<object>(table, range, { select: ['RowKey'] });
      return rows.map(({ rowKey }) => rowKey.split('|')[2] ?? '');
    },

    /** Whether there is any. One round trip. */
    async any(person: PersonRef): Promise<boolean> {
      const range = keys.inRange(partitionKey, keys.prefixRange(keys.prefixes.traces(person)));
      return (await readRows<object>(table, range, { select: ['RowKey'], limit: 1 })).length > 0;
    },

    /** Those who will have something to do with an idea, before they do. Harmless where nothing comes of it. A round trip for each hundred. */
    async leave(people: readonly PersonRef[], id: string): Promise<void> {
      for (let from = 0; from < people.length; from += MOST_IN_TRANSACTION) {
        const some = people.slice(from, from + MOST_IN_TRANSACTION);
        await table.submitTransaction(some.map((person) => traceOf(partitionKey, person, id)));
      }
    },

    /** Nothing of the person's is there any more. */
    async remove(person: PersonRef, id: string): Promise<void> {
      const row = await readRow(table, partitionKey, keys.traceKey(person, id));
      // One that is written anew meanwhile is found by whoever looks once more.
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },
  };
}
