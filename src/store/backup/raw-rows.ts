import type { TableClient, TransactionAction } from '@azure/data-tables';
import * as keys from '../keys.js';
import { readPages, type StoredRow } from '../rows.js';

/** A row as a backup holds it: its key, its version, and its columns; or that it is gone. */
export type RawRow = { p: string; k: string } & ({ e: string; c: Record<string, unknown> } | { gone: true });

/**
 * Kinds of rows that are in no backup until their round has closed, for what people say in confidence could be read there: what
 * their keys begin with, and the rows of the rounds. The part of a key after that names the round. A room that has such rows names them here.
 */
export const notBackedUp: readonly { begins: string; rounds: string }[] = [
  { begins: 'capability', rounds: 'capabilityRound|' },
];

/** Which rows are held back now. */
export async function heldBack(ideas: TableClient, municipality: string): Promise<(row: RawRow) => boolean> {
  const closed = new Set<string>();
  for (const { begins, rounds } of notBackedUp) {
    const filter = keys.inRange(keys.recordsPartition(municipality), keys.prefixRange(rounds));
    for await (const page of readPages<{ closed?: boolean }>(ideas, filter, { size: 1000 }))
      for (const row of page) if (row.closed === true) closed.add(`${begins} ${row.rowKey.slice(rounds.length)}`);
  }
  return ({ k }) =>
    notBackedUp.some(({ begins }) => k.startsWith(begins) && !closed.has(`${begins} ${k.split('|')[1] ?? ''}`));
}

/** As rows stand in a table. */
export const inKeyOrder = (one: Pick<RawRow, 'p' | 'k'>, other: Pick<RawRow, 'p' | 'k'>): number =>
  one.p === other.p ? compared(one.k, other.k) : compared(one.p, other.p);
const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What stands between the parts of a key. An id is a part of its own, wherever it stands. */
const BETWEEN = /[|.~]/;

/** Whether a row is of one of these records: by its key, wherever the id stands there, or by its column. */
export const isOf = (ids: ReadonlySet<string>, row: RawRow): boolean =>
  row.k.split(BETWEEN).some((part) => ids.has(part)) ||
  ('c' in row && typeof row.c.id === 'string' && ids.has(row.c.id));

/** Whether a row names one of these people anywhere. A reference is in no word by chance. */
export const isAbout = (refs: ReadonlySet<string>, row: RawRow): boolean =>
  [...(JSON.stringify(row).match(/p[0-9A-Z]{16}/g) ?? [])].some((ref) => refs.has(ref));

/** All rows of a municipality in a table, in the order of their keys, from after one of them; a page at a time. */
export async function* rawRows(
  table: TableClient,
  municipality: string,
  {
    after,
    size,
    without = () => false,
  }: { after?: readonly [string, string] | undefined; size: number; without?: (row: RawRow) => boolean },
): AsyncGenerator<RawRow[]> {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const ofUs = `(PartitionKey eq ${quoted(municipality)} or (PartitionKey ge ${quoted(`${municipality}|`)} and PartitionKey lt ${quoted(`${municipality}}`)}))`;
  const rest = after
    ? ` and (PartitionKey gt ${quoted(after[0])} or (PartitionKey eq ${quoted(after[0])} and RowKey gt ${quoted(after[1])}))`
    : '';
  let last: RawRow | undefined;
  for await (const page of readPages<object>(table, `${ofUs}${rest}`, { size })) {
    const rows = page.map(rawOf);
    for (const row of rows) {
      // All that is made of them relies on it.
      if (last && inKeyOrder(last, row) >= 0) throw new Error('Storage did not give its rows in order');
      last = row;
    }
    yield rows.filter((row) => !without(row));
  }
}

function rawOf({ partitionKey, rowKey, etag, ...columns }: StoredRow<object>): RawRow {
  const own = Object.entries(columns).filter(([name]) => name !== 'timestamp' && !name.startsWith('odata.'));
  return {
    p: partitionKey,
    k: rowKey,
    e: etag,
    c: Object.fromEntries(own.map(([name, value]) => [name, plain(value)])),
  };
}

/** What JSON has no word for. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  return value;
}

function columnOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(String(value.$date));
  if ('$bigint' in value) return BigInt(String(value.$bigint));
  return '$bytes' in value ? Buffer.from(String(value.$bytes), 'base64') : value;
}

const MOST_IN_TRANSACTION = 100;
/** A transaction takes less than 4 MiB. */
const MOST_BYTES = 3_000_000;

/** Writes rows as they were, those of a partition together; done again it writes the same. In the order of their keys. */
export async function writeRaw(table: TableClient, rows: readonly RawRow[]): Promise<void> {
  let part: TransactionAction[] = [];
  let of = '';
  let bytes = 0;
  const flush = async () => {
    if (part.length > 0) await table.submitTransaction(part);
    part = [];
    bytes = 0;
  };
  for (const row of rows) {
    if (!('c' in row)) continue;
    const size = JSON.stringify(row).length;
    if (row.p !== of || part.length === MOST_IN_TRANSACTION || bytes + size > MOST_BYTES) await flush();
    of = row.p;
    bytes += size;
    const columns = Object.fromEntries(Object.entries(row.c).map(([name, value]) => [name, columnOf(value)]));
    part.push(['upsert', { partitionKey: row.p, rowKey: row.k, ...columns }, 'Replace']);
  }
  await flush();
}

/** The version of each row that guards others: of records, and of people. By the record's id or the person's reference. */
export async function guards(
  { ideas, people }: { ideas: TableClient; people: TableClient },
  municipality: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [table, partition, prefix] of [
    [ideas, keys.recordsPartition(municipality), 'record|'],
    [people, keys.peoplePartition(municipality), 'person|'],
  ] as const) {
    const filter = keys.inRange(partition, keys.prefixRange(prefix));
    for await (const page of readPages<object>(table, filter, { size: 1000, select: ['PartitionKey', 'RowKey'] }))
      for (const { rowKey, etag } of page) found.set(rowKey.slice(prefix.length), etag);
  }
  return found;
}

/** Whether there is anything of a municipality's. */
export async function isEmpty(table: TableClient, municipality: string): Promise<boolean> {
  for await (const page of rawRows(table, municipality, { size: 10 })) if (page.length > 0) return false;
  return true;
}

/** For whom something is gathered in a partition of deliveries. */
export async function peopleWithItems(deliveries: TableClient, partition: string): Promise<string[]> {
  const filter = keys.inRange(partition, keys.prefixRange('item|'));
  const found = new Set<string>();
  for await (const page of readPages<object>(deliveries, filter, { size: 1000, select: ['PartitionKey', 'RowKey'] }))
    for (const { rowKey } of page) found.add(rowKey.split('|')[1] ?? '');
  return [...found];
}
