import { RestError, type TableClient, type TableEntityResult } from '@azure/data-tables';
import { UnreadableRow } from './row-versions.js';

/** A stored row: flat columns, with its version. */
export type StoredRow<T extends object> = T & { partitionKey: string; rowKey: string; etag: string };

/** The row, or undefined where there is none. */
export async function readRow<T extends object>(
  table: TableClient,
  partitionKey: string,
  rowKey: string,
): Promise<StoredRow<T> | undefined> {
  try {
    return (await table.getEntity<T>(partitionKey, rowKey)) as TableEntityResult<T> as StoredRow<T>;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** All rows that a filter names, in key order; a `limit` stops the reading early, and a `signal` breaks it off: then it rejects. */
export async function readRows<T extends object>(
  table: TableClient,
  filter: string,
  {
    limit = Number.POSITIVE_INFINITY,
    select,
    signal,
  }: { limit?: number; select?: string[]; signal?: AbortSignal } = {},
): Promise<StoredRow<T>[]> {
  const rows: StoredRow<T>[] = [];
  const options = { queryOptions: { filter, ...(select && { select }) }, ...(signal && { abortSignal: signal }) };
  for await (const page of table.listEntities<T>(options).byPage({ maxPageSize: Math.min(limit, 1000) })) {
    rows.push(...(page as unknown as StoredRow<T>[]));
    if (rows.length >= limit) return rows.slice(0, limit);
  }
  return rows;
}

/** The same, a page of so many at a time, for those who hold no more than that. */
export async function* readPages<T extends object>(
  table: TableClient,
  filter: string,
  { size, select }: { size: number; select?: string[] },
): AsyncGenerator<StoredRow<T>[]> {
  const queryOptions = { filter, ...(select && { select }) };
  for await (const page of table.listEntities<T>({ queryOptions }).byPage({ maxPageSize: size })) {
    yield page as unknown as StoredRow<T>[];
  }
}

/** Whether storage refused with one of these HTTP statuses: 404 no such row, 409 it exists, 412 it has changed. */
export const isStatus = (error: unknown, ...statuses: number[]): boolean =>
  error instanceof RestError && error.statusCode !== undefined && statuses.includes(error.statusCode);

/** False where something written is not as it was read any more, or is there already: somebody else came first. */
export async function unlessChanged(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (!isStatus(error, 404, 409, 412)) throw error;
    return false;
  }
}

/** Settles also where what was to be deleted is gone or has changed: somebody else came first. */
export async function unlessGone(deleting: Promise<unknown>): Promise<void> {
  try {
    await deleting;
  } catch (error) {
    if (!isStatus(error, 404, 412)) throw error;
  }
}

/**
 * Whether an error says nothing about what was asked: storage was not reached, or had too much to do; or what is there cannot be
 * read, and waits for an instance that can.
 */
export const isPassing = (error: unknown): boolean =>
  error instanceof UnreadableRow ||
  (error instanceof RestError &&
    (error.statusCode === undefined || error.statusCode >= 500 || [408, 429].includes(error.statusCode)));
