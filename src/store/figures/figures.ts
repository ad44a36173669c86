import type { TransactionAction } from '@azure/data-tables';
import { type FigureMark, NOW } from '../../domain/figures/mark.js';
import type { Month } from '../../domain/figures/months.js';
import { countName, EVERYWHERE, isListed, marksChanged, type Sums, sumsWith } from '../../domain/figures/sums.js';
import { equals } from '../conditions.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { firstReadable, readable, surelyReadable } from '../row-kinds.js';
import { readPages, readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import {
  caseKey,
  casesBetween,
  countedKey,
  countingRange,
  figuresPartition,
  sumKey,
  sumsBetween,
} from './figure-keys.js';
import { caseKind, countedKind, marksText, sumKind, sumsText } from './figure-kinds.js';

/** What a department's month comes to, or how things stand there. */
export interface SumOf {
  department: string;
  month: Month | typeof NOW;
  sums: Sums;
}

/** An idea behind a figure. `order`: by it those of several lists stand, the newest month first. */
export interface Case {
  id: string;
  hit: boolean;
  order: string;
}

export type FigureStore = ReturnType<typeof openFigures>;

/** As many marks change in one transaction: each is four rows at most, and the idea's own is one more. */
const MARKS_AT_ONCE = 20;
/** Rows that one transaction takes. */
const ROWS_AT_ONCE = 100;

/**
 * What has been counted of ideas: what each counts for, the sums of months, and the ideas behind each figure. Sums and what
 * they are made of change in one transaction, so that nothing is counted twice, however it ends.
 */
export function openFigures({ ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const partitionKey = figuresPartition(municipality);
  const row = (rowKey: string, columns: object) => ({ partitionKey, rowKey, ...columns });

  async function counted(counting: string, id: string) {
    const found = await readRow<object>(table, partitionKey, countedKey(counting, id));
    // What cannot be read would be counted twice.
    const read = surelyReadable(versions, countedKind, found, id);
    return { marks: (read?.marks ?? []) as readonly FigureMark[], etag: found?.etag };
  }

  async function sumsAt(counting: string, month: string, department: string) {
    const found = await readRow<object>(table, partitionKey, sumKey(counting, month, department));
    // Nor is anything written over a sum that only a newer version can read.
    return { sums: (surelyReadable(versions, sumKind, found)?.sums ?? {}) as Sums, etag: found?.etag };
  }

  const sumRow = (counting: string, month: string, department: string, sums: Sums) =>
    row(sumKey(counting, month, department), { department, ...longColumns('sums', sumsText(sums)) });

  /** The rows of the ideas behind figures, for the department and for everywhere. */
  const caseRows = (counting: string, id: string, mark: FigureMark) =>
    isListed(mark)
      ? [mark.department, EVERYWHERE].map((department) =>
          row(caseKey(counting, countName(mark), department, mark.month, id, mark.of), {
            id,
            ...(mark.hit && { hit: true }),
          }),
        )
      : [];

  /** One transaction's part of what changes. False where somebody else counted the same first. */
  async function countSome(
    counting: string,
    id: string,
    wanted: readonly FigureMark[],
  ): Promise<'all' | 'some' | 'changed'> {
    const { marks, etag } = await counted(counting, id);
    const { fresh, gone } = marksChanged(marks, wanted);
    const [left, come] = [gone.slice(0, MARKS_AT_ONCE), fresh.slice(0, Math.max(0, MARKS_AT_ONCE - gone.length))];
    if (left.length + come.length === 0) return 'all';
    const isAll = left.length + come.length === gone.length + fresh.length;
    const out = new Set(left);
    const next = [...marks.filter((mark) => !out.has(mark)), ...come];
    const actions: TransactionAction[] = [];
    const entity = row(countedKey(counting, id), longColumns('marks', marksText(next)));
    actions.push(etag ? ['update', entity, 'Replace', { etag }] : ['create', entity]);
    const places = new Map(
      [...left, ...come].flatMap(({ month, department }) =>
        [department, EVERYWHERE].map((where) => [`${month}|${where}`, { month, where }] as const),
      ),
    );
    const sums = await Promise.all(
      [...places.values()].map(async (place) => ({ ...place, ...(await sumsAt(counting, place.month, place.where)) })),
    );
    for (const { month, where, sums: had, etag: of } of sums) {
      const isHere = (mark: FigureMark) => mark.month === month && (where === EVERYWHERE || mark.department === where);
      const less = left.filter(isHere).reduce((sum, mark) => sumsWith(sum, mark, -1), had);
      const after = come.filter(isHere).reduce((sum, mark) => sumsWith(sum, mark, 1), less);
      const changed = sumRow(counting, month, where, after);
      actions.push(of ? ['update', changed, 'Replace', { etag: of }] : ['create', changed]);
    }
    const cases = new Map<string, TransactionAction>();
    for (const mark of left) for (const one of caseRows(counting, id, mark)) cases.set(one.rowKey, ['delete', one]);
    for (const mark of come) {
      for (const one of caseRows(counting, id, mark)) {
        // What says something else than before stands there already; its idea's row guards it.
        const stands = cases.has(one.rowKey);
        cases.set(one.rowKey, stands ? ['update', one, 'Replace', { etag: '*' }] : ['create', one]);
      }
    }
    const written = await unlessChanged(table.submitTransaction([...actions, ...cases.values()]));
    return written ? (isAll ? 'all' : 'some') : 'changed';
  }

  function sumsOf(rows: readonly StoredRow<object>[]): SumOf[] {
    return readable(versions, sumKind, rows).map(({ rowKey, department, sums }) => ({
      department,
      month: rowKey.split('|')[2] ?? '',
      sums: sums as Sums,
    }));
  }

  return {
    /** What an idea counts for. One round trip. */
    counted: async (counting: string, id: string): Promise<readonly FigureMark[]> =>
      (await counted(counting, id)).marks,

    /**
     * Has an idea count for these and nothing else: false where another instance counts the same idea or month just now, and
     * it is to be tried again. A few requests for each month that changes.
     */
    async count(counting: string, id: string, marks: readonly FigureMark[]): Promise<boolean> {
      for (;;) {
        const done = await countSome(counting, id, marks);
        if (done !== 'some') return done === 'all';
      }
    },

    /** Departments' months from one to another, of these departments by their codes; of all where none are named. One round trip, and one more for each thousand rows. */
    async sums(counting: string, first: Month, last: Month, departments: readonly string[] = []): Promise<SumOf[]> {
      const which = departments.map((code) => equals('department', code)).join(' or ');
      const range = keys.inRange(partitionKey, sumsBetween(counting, first, last));
      const rows = await readRows<object>(table, which ? `${range} and (${which})` : range);
      return sumsOf(rows);
    },

    /** How things stand in these departments. One round trip. */
    async standing(counting: string, departments: readonly string[]): Promise<SumOf[]> {
      const found = await Promise.all(
        departments.map((code) => readRow<object>(table, partitionKey, sumKey(counting, NOW, code))),
      );
      return sumsOf(found.filter((one) => one !== undefined));
    },

    /** The ideas behind a figure in one department, the newest month first, so many at most. One round trip. */
    async cases(counting: string, { name, department, first, last }: CasesOf, limit: number): Promise<Case[]> {
      const range = keys.inRange(partitionKey, casesBetween(counting, name, department, first, last));
      const rows = await firstReadable(versions, caseKind, table, range, limit);
      return rows.map(({ id, hit = false, rowKey }) => ({ id, hit, order: rowKey.split('|').slice(4).join('|') }));
    },

    /** Begins to count everything under a new name, all of it by this one writer; what is written is not read before `figures` says so. */
    build: (counting: string) => {
      const sums = new Map<string, { month: string; department: string; sums: Sums }>();
      let pending: TransactionAction[] = [];
      const write = async (entity: { partitionKey: string; rowKey: string }): Promise<void> => {
        pending.push(['create', entity]);
        if (pending.length >= ROWS_AT_ONCE) await flush();
      };
      const flush = async (): Promise<void> => {
        const batch = pending;
        pending = [];
        if (batch.length > 0) await table.submitTransaction(batch);
      };
      return {
        /** What one idea counts for. Each idea once. */
        async add(id: string, marks: readonly FigureMark[]): Promise<void> {
          if (marks.length === 0) return;
          await write(row(countedKey(counting, id), longColumns('marks', marksText(marks))));
          for (const mark of marks) {
            for (const department of [mark.department, EVERYWHERE]) {
              const key = sumKey(counting, mark.month, department);
              const had = sums.get(key)?.sums ?? {};
              sums.set(key, { month: mark.month, department, sums: sumsWith(had, mark, 1) });
            }
            for (const one of caseRows(counting, id, mark)) await write(one);
          }
        },

        /** Writes what is left. */
        async finish(): Promise<void> {
          for (const one of sums.values()) await write(sumRow(counting, one.month, one.department, one.sums));
          await flush();
        },
      };
    },

    /** Takes away all that was counted under a name, as long as `still` says so. A round trip for each hundred rows. */
    async drop(counting: string, still: () => Promise<boolean>): Promise<boolean> {
      const range = keys.inRange(partitionKey, countingRange(counting));
      const select = ['PartitionKey', 'RowKey'];
      for await (const page of readPages<object>(table, range, { size: ROWS_AT_ONCE, select })) {
        if (!(await still())) return false;
        const gone = page.map(({ rowKey }): TransactionAction => ['delete', { partitionKey, rowKey }]);
        if (gone.length > 0) await unlessGone(table.submitTransaction(gone));
      }
      return true;
    },
  };
}

/** Which ideas behind a figure: of a measure's name, a department and months, both included. */
export interface CasesOf {
  name: string;
  department: string;
  first: Month | typeof NOW;
  last: Month | typeof NOW;
}
