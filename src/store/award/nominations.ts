import type { TransactionAction } from '@azure/data-tables';
import { MOST_NOMINATIONS, type Nomination, yearOf } from '../../domain/award/nomination.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import * as keys from '../keys.js';
import { firstReadable, type KeptColumns, readable, withKept } from '../row-kinds.js';
import { readPages, readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import {
  everyNominating,
  nominatedIn,
  nominatedKey,
  nominatingBy,
  nominatingKey,
  nominationDueKey,
  nominationKey,
  nominationsDue,
  nominationsOf,
  nominationsUntil,
  nominationUntilKey,
} from './nomination-keys.js';
import { nominatingKind, nominationDueKind, nominationKind } from './nomination-kinds.js';

/** So many of one idea are read. */
const MOST_OF_IDEA = 100;
/** So many are looked at in one round, of what is to be done and of what has waited long enough each. */
export const MOST_DUE = 200;
/** As many of somebody's places as two references that are one person's can have in a year. */
const MOST_PLACES = 2 * MOST_NOMINATIONS;
const PAGE = 1000;

export type StoredNomination = Nomination & { etag: string; kept?: KeptColumns };

/** What is to be done with a nomination: whoever had the idea is asked, or those who wait for their answer are told it. */
export interface NominationDue {
  idea: string;
  name: string;
  todo: 'ask' | 'wait' | 'tell';
  etag: string;
}

/** A nomination to which nobody has answered in time, unless they have. */
export type OverdueNomination = Omit<NominationDue, 'todo'> & { until: Day };

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
    readable(versions, nominationKind, rows).map(({ rowKey, yes, no, as, ...row }) => {
      const [, idea = '', name = ''] = rowKey.split('|');
      const { by, asked, why, on, until, etag, kept } = row;
      return {
        ...{ idea, name, by, asked, class: row.class, why, on, until, etag },
        ...(as && { as }),
        ...(yes && { yes }),
        ...(no && { no }),
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

  /** The first of a person's places of a year that is free; undefined where there is none. */
  const freePlace = (
    taken: readonly { rowKey: string }[],
    person: PersonRef,
    year: string,
    most = MOST_NOMINATIONS,
  ) => {
    const places = new Set(taken.map(({ rowKey }) => rowKey));
    return Array.from({ length: most }, (_, at) => nominatingKey(person, year, at + 1)).find(
      (rowKey) => !places.has(rowKey),
    );
  };

  /** Does something and takes away what there is of these keys, all or nothing; what is gone already is no fault. */
  async function removeAll(first: readonly TransactionAction[], rowKeys: readonly string[]): Promise<boolean> {
    const there = await Promise.all(rowKeys.map((rowKey) => readRow<object>(table, partitionKey, rowKey)));
    const others = there.flatMap((row): TransactionAction[] =>
      row ? [['delete', { partitionKey, rowKey: row.rowKey, etag: row.etag }]] : [],
    );
    return unlessChanged(table.submitTransaction([...first, ...others]));
  }

  /** The rows that stand beside one as long as it does. */
  const besideIt = (one: Nomination): string[] => [
    nominationDueKey(one.idea, one.name),
    nominationUntilKey(one.until, one.idea, one.name),
    nominatedKey(yearOf(one), one.idea, one.name),
  ];

  /** The place that an idea has among somebody's few goes to another reference of theirs, or away where that one has it too. */
  async function movePlace(idea: string, from: PersonRef, to: PersonRef): Promise<void> {
    for (const { rowKey, etag, name } of (await placesOf(from)).filter((row) => row.idea === idea)) {
      const year = rowKey.split('|')[2] ?? '';
      const taken = await placesOf(to, year);
      const free = taken.some((row) => row.idea === idea) ? undefined : freePlace(taken, to, year, MOST_PLACES);
      await unlessChanged(
        table.submitTransaction([
          ['delete', { partitionKey, rowKey, etag }],
          ...(free ? [['create', { partitionKey, rowKey: free, idea, name }] as TransactionAction] : []),
        ]),
      );
    }
  }

  return {
    /** Those of an idea. One round trip. */
    of,
    /** One by its name; undefined where it is none any more. One round trip. */
    named,

    /** How many somebody has made in a year. One round trip. */
    made: async (person: PersonRef, year: string): Promise<number> => (await placesOf(person, year)).length,

    /** Makes one, in one of the nominator's places of the year. `again`: they have nominated this idea in it by another press; the same one has done it. Two round trips. */
    async add(one: Nomination): Promise<'added' | 'again' | 'full'> {
      const { idea, name, by, asked } = one;
      const year = yearOf(one);
      for (let tries = 0; tries <= MOST_NOMINATIONS; tries++) {
        const taken = await placesOf(by, year);
        const before = taken.find((row) => row.idea === idea);
        if (before) return before.name === name ? 'added' : 'again';
        const free = freePlace(taken, by, year);
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

    /** They have said no, or take their yes back; who waits for the answer is told. False where it has ended or changed meanwhile. Two round trips. */
    decline(before: StoredNomination): Promise<boolean> {
      const { idea, name, etag, kept } = before;
      const tell = { partitionKey, rowKey: nominationDueKey(idea, name), todo: 'tell' };
      return removeAll(
        [
          ['update', withKept(entityOf({ ...before, no: true }), kept), 'Replace', { etag }],
          ['upsert', tell, 'Replace'],
        ],
        [nominatedKey(yearOf(before), idea, name)],
      );
    },

    /** They are asked now, and can answer until this day. False where it has ended or changed meanwhile. One round trip. */
    ask(before: StoredNomination, until: Day): Promise<boolean> {
      const { etag, kept } = before;
      const after = withKept(entityOf({ ...before, until }), kept);
      return unlessChanged(table.submitTransaction([['update', after, 'Replace', { etag }]]));
    },

    /** They have said no, or nothing in time: nothing of it stays but the nominator's place. Two round trips. */
    end(one: StoredNomination): Promise<boolean> {
      const { idea, name, etag } = one;
      return removeAll([['delete', { partitionKey, rowKey: nominationKey(idea, name), etag }]], besideIt(one));
    },

    /** What is to be done now, so many at most. What waits for an answer stands elsewhere, so it keeps nothing waiting. One round trip. */
    async due(): Promise<NominationDue[]> {
      const rows = await firstReadable(versions, nominationDueKind, table, range(nominationsDue()), MOST_DUE);
      return rows.map(({ rowKey, todo, etag }) => {
        const [, idea = '', name = ''] = rowKey.split('|');
        return { idea, name, todo, etag };
      });
    },

    /** Nothing is to be done with it any more; `until`: but to end it when that day has gone without an answer. Nothing where it has changed meanwhile. One round trip. */
    async done({ idea, name, etag }: NominationDue, until?: Day): Promise<void> {
      const waits = until && { partitionKey, rowKey: nominationUntilKey(until, idea, name) };
      await unlessChanged(
        table.submitTransaction([
          ['delete', { partitionKey, rowKey: nominationDueKey(idea, name), etag }],
          ...(waits ? [['upsert', waits, 'Replace'] as TransactionAction] : []),
        ]),
      );
    },

    /** Those that could be answered until a day before this one, the oldest first, so many at most. One round trip. */
    async overdue(today: Day): Promise<OverdueNomination[]> {
      const rows = await readRows<object>(table, range(nominationsUntil(today)), { limit: MOST_DUE });
      return rows.map(({ rowKey, etag }) => {
        const [, until = '', idea = '', name = ''] = rowKey.split('|');
        return { until, idea, name, etag };
      });
    },

    /** Nobody waits for an answer to it any more. */
    async waitsNoMore({ until, idea, name, etag }: OverdueNomination): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, nominationUntilKey(until, idea, name), { etag }));
    },

    /** Everybody's places of years before this one, which hold nothing any more. A round trip for each thousand places that there are. */
    async endedPlaces(year: string): Promise<string[]> {
      const found: string[] = [];
      for await (const page of readPages<object>(table, range(everyNominating), { size: PAGE, select: ['RowKey'] }))
        found.push(...page.flatMap(({ rowKey }) => ((rowKey.split('|')[2] ?? year) < year ? [rowKey] : [])));
      return found;
    },

    /** A place goes. */
    async endPlace(rowKey: string): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, rowKey));
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
          [['delete', { partitionKey, rowKey: nominationKey(idea, one.name), etag: one.etag }]],
          [...besideIt(one), ...(place ? [place] : [])],
        );
      }
      // A place of one that has ended holds their reference too.
      const left = (await placesOf(person)).filter((row) => row.idea === idea);
      for (const { rowKey, etag } of left) await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
    },

    /** Of two references that are one person's, the second has nominated or is asked where the first did or was, and has its place of the year. */
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
      await movePlace(idea, from, to);
    },
  };
}
