import type { TableClient, TransactionAction } from '@azure/data-tables';
import {
  keptOf,
  type SaidPlace,
  type SourceName,
  type StaffEntry,
  saysTheSame,
  sourceNames,
} from '../../domain/organisation/sources/staff.js';
import { inRange, prefixRange } from '../keys.js';
import { flag, ifReadable, type KeptColumns, maybe, readable, rowKind, withKept } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { readPages, readRow, type StoredRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import * as staffKeys from './staff-keys.js';

/** What a source says of one person. `who` is an address or an object id: it stands in People, and in no key. */
const staffKind = rowKind('staff', {
  who: maybe(),
  department: maybe(),
  unit: maybe(),
  away: flag(),
  protected: flag(),
});

/** Of the same row, where they are said to work and nothing more. */
const placeKind = rowKind('staff', { department: maybe(), unit: maybe() });

/** Somebody as a source is known to say them; the version is what the next write must name. */
export interface StoredStaff {
  /** By which the row is found: a mark (marks.ts), which says nothing of whom. */
  mark: string;
  entry: StaffEntry;
  etag: string;
  kept?: KeptColumns;
}

/** What becomes of one row: `entry` stands from now on, or nothing does. `before`: as it was read; absent of one that is new. */
export interface StaffChange {
  mark: string;
  entry?: StaffEntry;
  before?: Pick<StoredStaff, 'etag' | 'kept'>;
}

type Staying = StaffChange & { entry: StaffEntry };

export type StaffStore = ReturnType<typeof openStaff>;

/** A transaction takes no more. */
const MOST_TOGETHER = 100;
/** So many transactions run side by side, in partitions of their own. */
const AT_ONCE = 8;
/** So many partitions are read side by side by whoever only counts. */
const COUNTED_AT_ONCE = 4;
const OF_PLACES = ['RowKey', 'department', 'unit', 'v'];
/** Somebody's row that changes as often as this while it is written is a fault. */
const TRIES = 10;

/**
 * Who works where, as sources say it: a row for each person and source, in the table People, which holds all that says who
 * somebody is, and in partitions of their own there, so that what a night brings takes no turn's time. A look-up reads two rows,
 * and nothing of 45,000 is held in memory: every instance knows at once what another has written.
 */
export function openStaff({ people: table, versions }: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const placeOf = (source: SourceName, mark: string) => ({
    partitionKey: staffKeys.staffPartition(municipality, mark),
    rowKey: staffKeys.staffKey(source, mark),
  });

  async function of(source: SourceName, mark: string): Promise<StoredStaff | undefined> {
    const { partitionKey, rowKey } = placeOf(source, mark);
    const row = ifReadable(versions, staffKind, await readRow<object>(table, partitionKey, rowKey));
    return row && storedOf(row);
  }

  /** One row as it is to stand, whatever somebody else has made of it meanwhile. */
  async function writeOne(source: SourceName, { mark, entry }: Staying): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await of(source, mark);
      if (before && saysTheSame(before.entry, keptOf(entry))) return;
      const action = actionOf(source, { mark, entry, ...(before && { before }) });
      if (await unlessChanged(table.submitTransaction([action]))) return;
    }
    throw new Error(`A row of ${source} changed ${TRIES} times while it was written`);
  }

  function actionOf(source: SourceName, { mark, entry, before }: Staying): TransactionAction {
    const row = withKept({ ...placeOf(source, mark), ...keptOf(entry) }, before?.kept);
    return before ? ['update', row, 'Replace', { etag: before.etag }] : ['create', row];
  }

  /** All of one partition in one transaction where nobody else has written there since; else one by one. */
  async function writeTogether(source: SourceName, changes: readonly StaffChange[]): Promise<void> {
    // In a transaction a deletion cannot name the version that it was read in.
    for (const { mark, entry } of changes) if (!entry) await removeOne(source, mark);
    const stay = changes.filter((change): change is Staying => change.entry !== undefined);
    if (stay.length === 0) return;
    const actions = stay.map((one) => actionOf(source, one));
    if (await unlessChanged(table.submitTransaction(actions))) return;
    for (const one of stay) await writeOne(source, one);
  }

  async function removeOne(source: SourceName, mark: string): Promise<void> {
    const { partitionKey, rowKey } = placeOf(source, mark);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await of(source, mark);
      if (!before) return;
      if (await unlessChanged(table.deleteEntity(partitionKey, rowKey, { etag: before.etag }))) return;
    }
    throw new Error(`A row of ${source} changed ${TRIES} times while it was taken away`);
  }

  return {
    /** One round trip. */
    of,

    /** What the sources say of whoever has these marks, the first row of each source. One round trip's time. */
    async ofAny(marks: readonly string[]): Promise<{ [S in SourceName]?: StoredStaff }> {
      const asked = sourceNames.flatMap((source) => marks.map((mark) => ({ source, mark })));
      const found = await Promise.all(asked.map(async ({ source, mark }) => ({ source, row: await of(source, mark) })));
      const rows: { [S in SourceName]?: StoredStaff } = {};
      for (const { source, row } of found) {
        if (row && (!rows[source] || row.entry.protected)) rows[source] = row;
      }
      return rows;
    },

    /** All that a source has said, a thousand at a time. A round trip for each thousand, and one for each partition. */
    all: (source: SourceName): AsyncGenerator<StoredStaff[]> => allOf(table, versions, municipality, source),

    /** Where each of a source's people is said to work, in no order, and nothing more of them: for who counts. As many round trips as `all`, several at a time. */
    async eachPlace(source: SourceName, visit: (mark: string, place: SaidPlace) => void): Promise<void> {
      for (const some of piecesOf(staffKeys.staffPartitions(municipality), COUNTED_AT_ONCE)) {
        await Promise.all(
          some.map(async (partition) => {
            const range = inRange(partition, prefixRange(staffKeys.staffKey(source, '')));
            for await (const page of readPages<object>(table, range, { size: 1000, select: OF_PLACES })) {
              for (const { rowKey, department, unit } of readable(versions, placeKind, page))
                visit(markOf(rowKey), { ...(department && { department }), ...(unit && { unit }) });
            }
          }),
        );
      }
    },

    /**
     * Makes rows as they are to stand, each by the version in which it was read; whoever has changed one meanwhile costs that
     * row another try. Done again it changes nothing. Of each mark one change at a time.
     */
    async write(source: SourceName, changes: readonly StaffChange[]): Promise<void> {
      const groups = byPartition(municipality, changes).flatMap((group) => piecesOf(group, MOST_TOGETHER));
      for (const some of piecesOf(groups, AT_ONCE)) {
        await Promise.all(some.map((group) => writeTogether(source, group)));
      }
    },

    /** Nothing of whoever has these marks is left. Two round trips' time. */
    async forget(marks: readonly string[]): Promise<void> {
      const rows = sourceNames.flatMap((source) => marks.map((mark) => ({ source, mark })));
      await Promise.all(rows.map(({ source, mark }) => removeOne(source, mark)));
    },
  };
}

async function* allOf(
  table: TableClient,
  versions: RowVersions,
  municipality: string,
  source: SourceName,
): AsyncGenerator<StoredStaff[]> {
  for (const partition of staffKeys.staffPartitions(municipality)) {
    const range = inRange(partition, prefixRange(staffKeys.staffKey(source, '')));
    for await (const page of readPages<object>(table, range, { size: 1000 })) {
      yield readable(versions, staffKind, page).map(storedOf);
    }
  }
}

type StaffColumns = StoredRow<StaffEntry> & { kept?: KeptColumns };

const markOf = (rowKey: string): string => rowKey.slice(rowKey.lastIndexOf('|') + 1);

const storedOf = ({
  rowKey,
  etag,
  kept,
  who,
  department,
  unit,
  away,
  protected: hidden,
}: StaffColumns): StoredStaff => ({
  mark: markOf(rowKey),
  entry: {
    ...(who && { who }),
    ...(department && { department }),
    ...(unit && { unit }),
    ...(away && { away }),
    ...(hidden && { protected: hidden }),
  },
  etag,
  ...(kept && { kept }),
});

function byPartition(municipality: string, changes: readonly StaffChange[]): StaffChange[][] {
  const groups = new Map<string, StaffChange[]>();
  for (const change of changes) {
    const partition = staffKeys.staffPartition(municipality, change.mark);
    const group = groups.get(partition);
    if (group) group.push(change);
    else groups.set(partition, [change]);
  }
  return [...groups.values()];
}

const piecesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
