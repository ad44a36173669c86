import type { TableClient } from '@azure/data-tables';
import { readPages, readRows, type StoredRow } from '../../rows.js';

/** A page of Table Storage. */
export const PAGE = 1000;
/** In so many ranges is the rest of a long list read, and what comes after them in one more. */
const MOST_RANGES = 12;

/** A stretch of a list's keys, [from, to), and how its keys lie in it: as numbers in their order. */
export interface Stretch {
  from: string;
  to: string;
  placeOf(key: string): bigint;
  /** A key at this place; undefined beyond the last. */
  keyAt(place: bigint): string | undefined;
  /** In so many ranges its rest is read, and what comes after them in one more; absent: as many as there may be. */
  ranges?: number | undefined;
}

/**
 * Gives all rows of a list to `take`, a page at a time and in no order between pages, in two round trips' time where they lie
 * about as close everywhere: the first page; where it is full the rest in ranges side by side, each as wide as four fifths of a
 * page have been. A range that holds more than a page takes a round trip more for each. A request for a list of up to a
 * thousand; at most thirteen more for a longer one, and one for each thousand that stand closer. No row is held.
 */
export async function pagesSideBySide<T extends object>(
  table: TableClient,
  inRange: (range: { from: string; to: string }) => string,
  { from, to, placeOf, keyAt, ranges = MOST_RANGES }: Stretch,
  take: (rows: readonly StoredRow<T>[]) => void,
): Promise<void> {
  const page = await readRows<T>(table, inRange({ from, to }), { limit: PAGE });
  take(page);
  const [firstKey = from, lastKey] = [page[0]?.rowKey, page.at(-1)?.rowKey];
  if (page.length < PAGE || lastKey === undefined) return;
  const [start, end] = [placeOf(firstKey), placeOf(lastKey)];
  const width = ((end - start) * 4n) / 5n;
  const after = `${lastKey} `;
  const ends: string[] = [];
  for (let n = 1n; n <= BigInt(ranges); n++) {
    const key = keyAt(end + width * n);
    if (key !== undefined && key > (ends.at(-1) ?? after) && key < to) ends.push(key);
  }
  const starts = [after, ...ends];
  await Promise.all(
    starts.map(async (one, n) => {
      const range = inRange({ from: one, to: ends[n] ?? to });
      for await (const rows of readPages<T>(table, range, { size: PAGE })) take(rows);
    }),
  );
}
