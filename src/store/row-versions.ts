import type { TableClient, TransactionAction } from '@azure/data-tables';

/**
 * Versions of stored rows. A release reads the version that it writes and the next one, which the release after it may
 * write; a row without a version is of the first. It writes the older one as long as any instance that runs reads no
 * newer, so that while instances are being replaced all of them read all rows.
 */

/** The first version: rows that say none. It is read for ever. */
export const FIRST_VERSION = 1;
/** The newest version that this release reads, and writes once everybody reads it. */
export const NEWEST_VERSION = 2;

/** What an instance says of itself in the row where all hold their leases; one that says nothing reads the first version only. */
export interface ReadsUpTo {
  reads?: number;
}

/** What of rows cannot be read: for operators, never what people wrote. */
export interface UnreadRow {
  /** Of which kind the row is: `idea`, `event`, `queue` … */
  kind: string;
  /** The record or person that it is of, by id or reference. */
  id: string;
  /** Which column or field is not as it should be. */
  why: string;
  /** A newer version wrote it: instances of that version read it. */
  newer: boolean;
}

/** Which version is written, and what could not be read. One for each storage that is opened. */
export class RowVersions {
  /** Up to which version this instance reads, which its lease says. */
  readonly reads: number;
  #writes = FIRST_VERSION;
  readonly #counts = new Map<string, number>();
  readonly #told = new Map<string, Set<string>>();
  #tell: (row: UnreadRow) => void = () => undefined;

  constructor(reads = NEWEST_VERSION) {
    this.reads = reads;
  }

  /** The version that rows are written in now. */
  get writes(): number {
    return this.#writes;
  }

  /** What all instances whose leases hold now read, this one among them. With none the first version is written. */
  heard(instances: readonly ReadsUpTo[]): void {
    const all = instances.map(({ reads = FIRST_VERSION }) => reads);
    this.#writes = all.length > 0 ? Math.min(this.reads, ...all) : FIRST_VERSION;
  }

  /** Where operators are told of rows that cannot be read: once of each, however often it is met. */
  watch(tell: (row: UnreadRow) => void): void {
    this.#tell = tell;
  }

  /** A row was left out. */
  unread(row: UnreadRow): void {
    this.#counts.set(row.kind, (this.#counts.get(row.kind) ?? 0) + 1);
    const told = this.#told.get(row.kind) ?? new Set();
    this.#told.set(row.kind, told);
    const name = `${row.id} ${row.why}`;
    if (told.has(name) || told.size >= MOST_TOLD) return;
    told.add(name);
    this.#tell(row);
  }

  /** How often rows of each kind were left out since the start. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}

/** So many rows of a kind are named: of a table full of them the others are counted. */
const MOST_TOLD = 100;

/** What can be written of a row; a row that was read in a newer version says so itself. */
const versionOf = (row: object): number => ('v' in row && typeof row.v === 'number' ? row.v : FIRST_VERSION);

/**
 * Has every row that is written whole say in which version it is, whatever its kind: so no store has to remember it. A row of
 * the first version says none; a merge leaves the version to the row that it goes into. Changes the client that it is given.
 */
export function stamping(table: TableClient, versions: Pick<RowVersions, 'writes'>): TableClient {
  const stamp = <T extends object>(row: T): T => {
    const version = Math.max(versions.writes, versionOf(row));
    return version > FIRST_VERSION ? { ...row, v: version } : row;
  };
  const stampAction = (action: TransactionAction): TransactionAction => {
    switch (action[0]) {
      case 'create':
        return ['create', stamp(action[1])];
      case 'upsert':
        return action[2] === 'Replace' ? ['upsert', stamp(action[1]), 'Replace'] : action;
      case 'update':
        return action[2] === 'Replace' ? ['update', stamp(action[1]), 'Replace', action[3] ?? {}] : action;
      default:
        return action;
    }
  };
  const create = table.createEntity.bind(table);
  const update = table.updateEntity.bind(table);
  const upsert = table.upsertEntity.bind(table);
  const submit = table.submitTransaction.bind(table);
  table.createEntity = (row, options) => create(stamp(row), options);
  table.updateEntity = (row, mode, options) => update(mode === 'Replace' ? stamp(row) : row, mode, options);
  table.upsertEntity = (row, mode, options) => upsert(mode === 'Replace' ? stamp(row) : row, mode, options);
  table.submitTransaction = (actions, options) => submit(actions.map(stampAction), options);
  return table;
}

/** A row on which something depends cannot be read. Whoever asked is told kindly, and nothing is written over it. */
export class UnreadableRow extends Error {
  constructor(readonly row: UnreadRow) {
    super(`A row of the kind ${row.kind} cannot be read: ${row.why}`);
    this.name = 'UnreadableRow';
  }
}

/** What is read, or undefined where it cannot be: then it is left out. */
export const unlessUnreadable = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: unknown) => {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  });
