import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { readLong } from './long-columns.js';
import { FIRST_VERSION, NEWEST_VERSION, type RowVersions, UnreadableRow, type UnreadRow } from './row-versions.js';
import { readPages, type StoredRow } from './rows.js';

/** What a row holds that this version does not know: its columns, and the version in which it was read. Written back where the row is replaced. */
export interface KeptColumns {
  unknown: Readonly<Record<string, unknown>>;
  version: number;
}

/** A row as it was read: its columns with the defaults of those that it lacks, and those that this version does not know. */
export interface ReadColumns<T> extends KeptColumns {
  value: T;
}

/** A row that could be read, with what storage says of it; `kept` is absent where there is nothing but what this version writes. */
export type ReadableRow<T extends object> = StoredRow<T> & { kept?: KeptColumns };

export type Read<T> = ({ ok: true } & ReadColumns<T>) | { ok: false; unread: UnreadRow };

/** How rows of one kind are read. Made once, when the module is loaded. */
export interface RowKind<T> {
  name: string;
  read(row: object, id: string): Read<T>;
}

/** What is read of such a row. */
export type ColumnsOf<K> = K extends RowKind<infer T> ? T : never;

/** What storage itself puts into a row. */
const OF_STORAGE = /^(?:partitionKey|rowKey|etag|timestamp|Timestamp|odata\..*)$/;
/** A text that is too long for one column goes on in numbered ones (long-columns.ts). */
const NUMBERED = /^([A-Za-z]+?)\d+$/;

/**
 * A kind of row: `shape` says of each column what it holds, and what stands for it in rows that were stored before it was
 * there (`.default(…)`). `long`: columns that go on in numbered ones; `joined`: each of them is
 * read as one text. A column that is not as it says, or a version that is newer than this release reads (but for `anyVersion`), makes
 * the row one that cannot be read. Throws nothing.
 */
export function rowKind<S extends z.ZodRawShape>(
  name: string,
  shape: S,
  {
    long = [],
    joined = false,
    anyVersion = false,
  }: { long?: readonly string[]; joined?: boolean; anyVersion?: boolean } = {},
): RowKind<z.output<z.ZodObject<S>>> {
  const schema = z.object(shape);
  const isKnown = (column: string): boolean =>
    column === 'v' ||
    Object.hasOwn(shape, column) ||
    OF_STORAGE.test(column) ||
    long.includes(NUMBERED.exec(column)?.[1] ?? '');
  const whole = (columns: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(long.filter((one) => one in columns).map((one) => [one, readLong(columns, one)]));
  return {
    name,
    read(row, id) {
      const columns = row as Readonly<Record<string, unknown>>;
      const version = columns.v ?? 1;
      const unread = (why: string, newer = false): Read<never> => ({
        ok: false,
        unread: { kind: name, id, why, newer },
      });
      if (typeof version !== 'number') return unread('v');
      if (version > NEWEST_VERSION && !anyVersion) return unread(`version ${version}`, true);
      const parsed = schema.safeParse(joined ? { ...row, ...whole(columns) } : row);
      if (!parsed.success) return unread(whatIsWrong(parsed.error));
      return { ok: true, value: parsed.data, unknown: unknownIn(columns, isKnown), version };
    },
  };
}

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});

function unknownIn(columns: Readonly<Record<string, unknown>>, isKnown: (column: string) => boolean) {
  const names = Object.keys(columns).filter((column) => !isKnown(column));
  return names.length === 0 ? NOTHING : Object.fromEntries(names.map((column) => [column, columns[column]]));
}

/** Where a row is not as it should be, and how: never what it holds. */
export const whatIsWrong = ({ issues: [first] }: z.ZodError): string =>
  first ? [first.path.join('.'), first.code].filter(Boolean).join(': ') : 'unknown';

/** What is kept of a row beside its value; nothing of one that holds no more than this version knows. */
export const keptOf = ({ unknown, version }: KeptColumns): { kept?: KeptColumns } =>
  version === FIRST_VERSION && Object.keys(unknown).length === 0 ? {} : { kept: { unknown, version } };

/** A row as it is written in the place of one that was read: with what that one held and this version does not know, and in no older version. */
export const withKept = <R extends object>(row: R, kept: KeptColumns | undefined): R =>
  kept ? { ...kept.unknown, ...row, ...(kept.version > FIRST_VERSION && { v: kept.version }) } : row;

/** A row that can be read; undefined where there is none, or it cannot be: then it is counted and told of. `id`: where its key is not to be told. */
export function ifReadable<T extends object>(
  versions: RowVersions,
  kind: RowKind<T>,
  row: StoredRow<object> | undefined,
  id?: string,
): ReadableRow<T> | undefined {
  if (!row) return undefined;
  const { partitionKey, rowKey, etag } = row;
  const read = kind.read(row, id ?? rowKey);
  if (read.ok) return { ...read.value, ...keptOf(read), partitionKey, rowKey, etag };
  versions.unread(read.unread);
  return undefined;
}

/** The same of one on which something depends, which is told of by the error: throws `UnreadableRow` of one that cannot be read. */
export function surelyReadable<T extends object>(
  versions: RowVersions,
  kind: RowKind<T>,
  row: StoredRow<object> | undefined,
  id?: string,
): ReadableRow<T> | undefined {
  const found = ifReadable(versions, kind, row, id);
  const read = row && !found && kind.read(row, id ?? row.rowKey);
  if (read && !read.ok) throw new UnreadableRow(read.unread);
  return found;
}

/** The rows of a list that can be read, with what storage says of each; the others are left out, counted and told of. */
export const readable = <T extends object>(
  versions: RowVersions,
  kind: RowKind<T>,
  rows: readonly StoredRow<object>[],
): ReadableRow<T>[] => rows.flatMap((row) => ifReadable(versions, kind, row) ?? []);

/**
 * The first rows of a range that can be read, so many at most: those that cannot, however many, keep none of the others from
 * being seen. One round trip, and one more for each page of them.
 */
export async function firstReadable<T extends object>(
  versions: RowVersions,
  kind: RowKind<T>,
  table: TableClient,
  filter: string,
  limit: number,
): Promise<ReadableRow<T>[]> {
  const found: ReadableRow<T>[] = [];
  for await (const page of readPages<object>(table, filter, { size: Math.min(limit, MOST_A_PAGE) })) {
    found.push(...readable(versions, kind, page));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** Azure's own limit. */
const MOST_A_PAGE = 1000;

/** A column that holds JSON, read by a schema. */
export const json = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A column that may be missing, and one that says no more than that it is so. */
export const maybe = () => z.string().exactOptional();
export const flag = () => z.literal(true).exactOptional();
