import type { TransactionAction } from '@azure/data-tables';
import type { Round } from '../../domain/capability/round.js';
import type { ShownRound, ShownSums } from '../../domain/capability/shown.js';
import type { CapabilitySums } from '../../domain/capability/sums.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { ifReadable, type KeptColumns, type ReadableRow, readable, surelyReadable, withKept } from '../row-kinds.js';
import { readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { departmentKey, departmentsOf, everyRound, everyTell, roundKey, tellKey, wholeKey } from './capability-keys.js';
import { departmentKind, roundKind, tellKind, wholeKind } from './capability-kinds.js';

/** So many rounds are read: there are a few at most. */
const MOST_ROUNDS = 10;
/** So many promises are told in one look. */
const MOST_TOLD = 50;

/** What somebody has said who waits to be added: sealed under the key of this name. */
export interface WaitingAnswer {
  /** By which they are known in this round. */
  mark: string;
  key: string;
  sealed: string;
}

/** What a department has in a round. While that is going on `marks` are of those who are done: who is added, and who does not want to be asked. */
export interface DepartmentRow {
  answers: number;
  sums: CapabilitySums;
  marks: readonly string[];
  waiting: readonly WaitingAnswer[];
  /** What was promised when it was over, by the id of that activity. */
  promise?: string | undefined;
}

/** The same as it was read. */
export type StoredDepartment = DepartmentRow & { code: string; etag: string; kept?: KeptColumns };
export type StoredRound = Round & { etag: string; kept?: KeptColumns };

/** A promise of which a department's people are to be told. */
export interface PromiseToTell {
  year: string;
  department: string;
  promise: string;
  etag: string;
}

export const nothingYet: DepartmentRow = { answers: 0, sums: {}, marks: [], waiting: [] };

export type CapabilityStore = ReturnType<typeof openCapability>;

/**
 * What is asked once a year. While a round is going on a department has one row, in which who has answered and the sums change in
 * one write, by seven people at least; what waits for that is sealed. When it is over nothing stands but what may be shown.
 */
export function openCapability(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  const toRound = ({ rowKey, etag, kept, ...columns }: ReadableRow<Omit<Round, 'year'>>): StoredRound => {
    const { from, until, salt, large, closed } = columns;
    const year = rowKey.split('|')[1] ?? '';
    return { ...{ year, from, until, salt, large, etag }, ...(closed && { closed }), ...(kept && { kept }) };
  };
  const roundEntity = ({ year, from, until, salt, large, closed }: Round) => ({
    ...{ partitionKey, rowKey: roundKey(year), from, until, salt, large: JSON.stringify(large) },
    ...(closed && { closed }),
  });

  const toDepartment = (
    row: ReadableRow<Omit<DepartmentRow, 'marks'> & { marks: string }> | undefined,
  ): StoredDepartment | undefined => {
    if (!row) return undefined;
    const { rowKey, etag, kept, answers, sums, marks, waiting, promise } = row;
    return {
      ...{ code: rowKey.split('|')[2] ?? '', answers, sums, waiting, etag },
      marks: marks.split(' ').filter((one) => one !== ''),
      ...(promise !== undefined && { promise }),
      ...(kept && { kept }),
    };
  };
  /** In the order of their letters, so that none says when it came. */
  const departmentEntity = (year: string, code: string, { answers, sums, marks, waiting, promise }: DepartmentRow) => ({
    ...{ partitionKey, rowKey: departmentKey(year, code), answers, sums: JSON.stringify(sums) },
    ...(marks.length > 0 && longColumns('marks', marks.toSorted().join(' '))),
    ...(waiting.length > 0 && {
      waiting: JSON.stringify(waiting.toSorted((one, other) => (one.mark < other.mark ? -1 : 1))),
    }),
    ...(promise !== undefined && { promise }),
  });

  async function department(year: string, code: string): Promise<StoredDepartment | undefined> {
    return toDepartment(
      surelyReadable(versions, departmentKind, await readRow<object>(table, partitionKey, departmentKey(year, code))),
    );
  }

  const writing = (
    year: string,
    code: string,
    after: DepartmentRow,
    before: StoredDepartment | undefined,
  ): TransactionAction =>
    before
      ? ['update', withKept(departmentEntity(year, code, after), before.kept), 'Replace', { etag: before.etag }]
      : ['create', departmentEntity(year, code, after)];

  const wholeEntity = (year: string, whole: ShownSums | undefined, departments?: ShownRound['departments']) => ({
    ...{ partitionKey, rowKey: wholeKey(year) },
    ...(whole && { whole: JSON.stringify(whole) }),
    ...(departments && longColumns('departments', JSON.stringify(Object.fromEntries(departments)))),
  });

  async function departmentRows(year: string): Promise<StoredRow<object>[]> {
    return readRows<object>(table, range(departmentsOf(year)));
  }

  return {
    /** All that there are, the newest first. One round trip. */
    async rounds(): Promise<StoredRound[]> {
      const rows = await readRows<object>(table, range(everyRound()), { limit: MOST_ROUNDS });
      return readable(versions, roundKind, rows).map(toRound).toReversed();
    },

    /** False where there is one of that year already. One round trip. */
    begin: (round: Round): Promise<boolean> => unlessChanged(table.createEntity(roundEntity(round))),

    /** What a department has in it; undefined where nobody has answered. One round trip. */
    department,

    /** The same of all. One round trip for each thousand. */
    async departments(year: string): Promise<StoredDepartment[]> {
      const rows = await departmentRows(year);
      return rows.flatMap((row) => toDepartment(surelyReadable(versions, departmentKind, row)) ?? []);
    },

    /** As it stands from now on. False where somebody else has changed it since. One round trip. */
    change: (
      year: string,
      code: string,
      after: DepartmentRow,
      before: StoredDepartment | undefined,
    ): Promise<boolean> => unlessChanged(table.submitTransaction([writing(year, code, after, before)])),

    /**
     * Notes what may be shown of a round; where that was noted before, it stands. Gives what stands. Two round trips at most.
     */
    async conclude(year: string, { whole, departments }: ShownRound): Promise<ShownRound> {
      if (await unlessChanged(table.createEntity(wholeEntity(year, whole, departments))))
        return { ...(whole && { whole }), departments };
      const row = surelyReadable(versions, wholeKind, await readRow<object>(table, partitionKey, wholeKey(year)));
      return {
        ...(row?.whole && { whole: row.whole }),
        departments: new Map(Object.entries(row?.departments ?? {})),
      };
    },

    /** What a department's row says from now on of a round that is over: what may be shown, and nothing else; without that there is none. Nothing where somebody else has changed it. One round trip. */
    async close(year: string, code: string, shown: ShownSums | undefined, before?: StoredDepartment): Promise<void> {
      if (shown) {
        const after = { ...nothingYet, ...shown };
        await unlessChanged(table.submitTransaction([writing(year, code, after, before)]));
      } else if (before) {
        await unlessGone(table.deleteEntity(partitionKey, departmentKey(year, code), { etag: before.etag }));
      }
    },

    /** A round is over, and all its rows say what may be shown. False where somebody else has noted it. Two round trips. */
    async end(round: StoredRound): Promise<boolean> {
      const { etag, kept } = round;
      const row = await readRow<object>(table, partitionKey, wholeKey(round.year));
      const whole = ifReadable(versions, wholeKind, row);
      const ended = withKept(roundEntity({ ...round, salt: '', closed: true }), kept);
      return unlessChanged(
        table.submitTransaction([
          ['update', ended, 'Replace', { etag }],
          ...(whole
            ? [
                [
                  'update',
                  withKept(wholeEntity(round.year, whole.whole), whole.kept),
                  'Replace',
                  { etag: whole.etag },
                ] as TransactionAction,
              ]
            : []),
        ]),
      );
    },

    /** What may be shown of the whole; undefined where nothing may. One round trip. */
    async whole(year: string): Promise<ShownSums | undefined> {
      const row = await readRow<object>(table, partitionKey, wholeKey(year));
      return ifReadable(versions, wholeKind, row)?.whole;
    },

    /** What a department promises, and that its people are to be told. False where it has been changed since. One round trip. */
    promise: (
      year: string,
      code: string,
      { promise, before }: { promise: string; before: StoredDepartment | undefined },
    ): Promise<boolean> =>
      unlessChanged(
        table.submitTransaction([
          writing(year, code, { ...nothingYet, ...before, promise }, before),
          ['upsert', { partitionKey, rowKey: tellKey(year, code), promise }, 'Replace'],
        ]),
      ),

    /** Of which people are to be told. One round trip. */
    async toTell(): Promise<PromiseToTell[]> {
      const rows = await readRows<object>(table, range(everyTell()), { limit: MOST_TOLD });
      return readable(versions, tellKind, rows).map(({ rowKey, promise, etag }) => {
        const [, year = '', code = ''] = rowKey.split('|');
        return { year, department: code, promise, etag };
      });
    },

    /** They are told. One round trip. */
    async told({ year, department: code, etag }: PromiseToTell): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, tellKey(year, code), { etag }));
    },

    /** Nothing is left of a round. The round's own row last. A round trip for each of its departments. */
    async forget({ year }: Pick<Round, 'year'>): Promise<void> {
      const rows = await departmentRows(year);
      const others = await Promise.all(
        [wholeKey(year), roundKey(year)].map((key) => readRow<object>(table, partitionKey, key)),
      );
      for (const row of [...rows, ...others]) {
        if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
      }
    },
  };
}
