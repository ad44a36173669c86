import type { TransactionAction } from '@azure/data-tables';
import { MOST_NOMINATIONS, type Nomination, yearOf } from '../../domain/award/nomination.js';
import type { PersonRef } from '../../domain/person/person.js';
import * as keys from '../keys.js';
import { type KeptColumns, readable, withKept } from '../row-kinds.js';
import { readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import {
  nominatedIn,
  nominatedKey,
  nominatingBy,
  nominatingKey,
  nominationDueKey,
  nominationKey,
  nominationsDue,
  nominationsOf,
} from './nomination-keys.js';
import { nominatingKind, nominationDueKind, nominationKind } from './nomination-kinds.js';

/** So many of one idea are read. */
const MOST_OF_IDEA = 100;
/** So many are looked at in one round. */
const MOST_DUE = 200;

export type StoredNomination = Nomination & { etag: string; kept?: KeptColumns };

/** What is to be done with a nomination: whoever had the idea is asked, who works with it is told, or nothing before it ends. */
export interface NominationDue {
  idea: string;
  name: string;
  todo: 'ask' | 'wait' | 'tell';
  etag: string;
}

export type NominationStore = ReturnType<typeof openNominations>;

/** Which ideas have been nominated for the municipality's award, with why, each until it is answered and those to which the answer was yes. */
export function openNominations(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);
  const entityOf = ({ idea, name, etag: _, kept: __, ...columns }: Nomination & Partial<StoredNomination>) => ({
    partitionKey,
    rowKey: nominationKey(idea, name),
    ...columns,
  });
  const toNominations = (rows: readonly StoredRow<object>[]): StoredNomination[] =>
    readable(versions, nominationKind, rows).map(({ rowKey, yes, ...row }) => {
      const [, idea = '', name = ''] = rowKey.split('|');
      const { by, asked, why, on, until, etag, kept } = row;
      return {
        ...{ idea, name, by, asked, class: row.class, why, on, until, etag },
        ...(yes && { yes }),
        ...(kept && { kept }),
      };
    });

  async function of(idea: string): Promise<StoredNomination[]> {
    return toNominations(await readRows<object>(table, range(nominationsOf(idea)), { limit: MOST_OF_IDEA }));
  }

  async function named(idea: string, name: string): Promise<StoredNomination | undefined> {
    const row = await readRow<object>(table, partitionKey, nominationKey(idea, name));
    return row && toNominations([row])[0];
  }

  const placesOf = async (person: PersonRef, year?: string) =>
    readable(versions, nominatingKind, await readRows<object>(table, range(nominatingBy(person, year))));

  /** Takes away what there is of these keys, all or nothing; what is gone already is no fault. */
  async function removeAll(first: TransactionAction, rowKeys: readonly string[]): Promise<boolean> {
    const there = await Promise.all(rowKeys.map((rowKey) => readRow<object>(table, partitionKey, rowKey)));
    const others = there.flatMap((row): TransactionAction[] =>
      row ? [['delete', { partitionKey, rowKey: row.rowKey, etag: row.etag }]] : [],
    );
    return unlessChanged(table.submitTransaction([first, ...others]));
  }

  return {
    /** Those of an idea. One round trip. */
    of,
    /** One by its name; undefined where it is none any more. One round trip. */
    named,

    /** How many somebody has made in a year. One round trip. */
    made: async (person: PersonRef, year: string): Promise<number> => (await placesOf(person, year)).length,

    /** Makes one, in one of the nominator's places of the year. `again`: they have nominated this idea in it. Two round trips. */
    async add(one: Nomination): Promise<'added' | 'again' | 'full'> {
      const { idea, name, by, asked } = one;
      const year = yearOf(one);
      for (let tries = 0; tries <= MOST_NOMINATIONS; tries++) {
        const taken = await placesOf(by, year);
        if (taken.some((row) => row.idea === idea)) return 'again';
        const places = new Set(taken.map(({ rowKey }) => rowKey));
        const free = Array.from({ length: MOST_NOMINATIONS }, (_, at) => nominatingKey(by, year, at + 1)).find(
          (rowKey) => !places.has(rowKey),
        );
        if (!free) return 'full';
        const added = await unlessChanged(
          table.submitTransaction([
            ['create', { partitionKey, rowKey: free, idea, name }],
            ['create', entityOf(one)],
            ['create', { partitionKey, rowKey: nominationDueKey(idea, name), todo: 'ask' }],
            traceOf(partitionKey, by, { record: 'idea', id: idea }),
            ...(asked === by ? [] : [traceOf(partitionKey, asked, { record: 'idea', id: idea })]),
          ]),
        );
        if (added) return 'added';
      }
      return 'full';
    },

    /** Whoever had the idea has said yes. False where it has ended or changed meanwhile. One round trip. */
    async accept(before: StoredNomination): Promise<boolean> {
      const { idea, name, etag, kept } = before;
      return unlessChanged(
        table.submitTransaction([
          ['update', withKept(entityOf({ ...before, yes: true }), kept), 'Replace', { etag }],
          ['create', { partitionKey, rowKey: nominatedKey(yearOf(before), idea, name) }],
          ['upsert', { partitionKey, rowKey: nominationDueKey(idea, name), todo: 'tell' }, 'Replace'],
        ]),
      );
    },

    /** They have said no, or nothing in time: nothing of it stays but the nominator's place. Two round trips. */
    end(one: StoredNomination): Promise<boolean> {
      const { idea, name, etag } = one;
      return removeAll(
        ['delete', { partitionKey, rowKey: nominationKey(idea, name), etag }],
        [nominationDueKey(idea, name), nominatedKey(yearOf(one), idea, name)],
      );
    },

    /** What is to be done. One round trip. */
    async due(): Promise<NominationDue[]> {
      const rows = await readRows<object>(table, range(nominationsDue()), { limit: MOST_DUE });
      return readable(versions, nominationDueKind, rows).map(({ rowKey, todo, etag }) => {
        const [, idea = '', name = ''] = rowKey.split('|');
        return { idea, name, todo, etag };
      });
    },

    /** Whoever had the idea has been asked; or nothing is to be done with it any more. Nothing where it has changed meanwhile. */
    async done({ idea, name, etag }: NominationDue, next?: 'wait'): Promise<void> {
      const rowKey = nominationDueKey(idea, name);
      const action: TransactionAction = next
        ? ['update', { partitionKey, rowKey, todo: next }, 'Replace', { etag }]
        : ['delete', { partitionKey, rowKey, etag }];
      await unlessChanged(table.submitTransaction([action]));
    },

    /** The names of those of a year to which the answer was yes, so many at most. One round trip. */
    async accepted(year: string, limit: number): Promise<{ idea: string; name: string }[]> {
      const rows = await readRows<object>(table, range(nominatedIn(year)), { limit });
      return rows.map(({ rowKey }) => {
        const [, , idea = '', name = ''] = rowKey.split('|');
        return { idea, name };
      });
    },

    /** What somebody has nominated of an idea goes, and what they are asked or have said yes to as whoever had it. */
    async forget(idea: string, person: PersonRef): Promise<void> {
      for (const one of await of(idea)) {
        if (one.by !== person && one.asked !== person) continue;
        const places = await placesOf(one.by, yearOf(one));
        const place = places.find((row) => row.name === one.name)?.rowKey;
        await removeAll(
          ['delete', { partitionKey, rowKey: nominationKey(idea, one.name), etag: one.etag }],
          [nominationDueKey(idea, one.name), nominatedKey(yearOf(one), idea, one.name), ...(place ? [place] : [])],
        );
      }
      // A place of one that has ended holds their reference too.
      const left = (await placesOf(person)).filter((row) => row.idea === idea);
      for (const { rowKey, etag } of left) await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
    },

    /** Of two references that are one person's, the second has nominated or is asked where the first did or was. */
    async move(idea: string, from: PersonRef, to: PersonRef): Promise<void> {
      for (const one of await of(idea)) {
        if (one.by !== from && one.asked !== from) continue;
        const after = { ...one, by: one.by === from ? to : one.by, asked: one.asked === from ? to : one.asked };
        await unlessChanged(
          table.submitTransaction([
            ['update', withKept(entityOf(after), one.kept), 'Replace', { etag: one.etag }],
            traceOf(partitionKey, to, { record: 'idea', id: idea }),
          ]),
        );
      }
    },
  };
}
