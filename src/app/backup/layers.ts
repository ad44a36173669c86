import { createHash } from 'node:crypto';
import { inKeyOrder, type RawRow } from '../../store/backup/raw-rows.js';
import type { BackedUpTable, BackupTarget, Chunk } from './target.js';

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file of a backup is not what its manifest says: nothing is made of it. */
export class BackupDamaged extends Error {
  constructor(readonly path: string) {
    super(`${path} is not what the backup says`);
    this.name = 'BackupDamaged';
  }
}

/** Rows as they stand in a file: one line of JSON each. */
export const linesOf = (rows: readonly RawRow[]): Uint8Array =>
  Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

async function* rowsOf(target: BackupTarget, chunks: readonly Chunk[]): AsyncGenerator<RawRow> {
  for (const { path, sha256 } of chunks) {
    const bytes = await target.get(path);
    if (!bytes || sumOf(bytes) !== sha256) throw new BackupDamaged(path);
    for (const line of Buffer.from(bytes).toString('utf8').split('\n'))
      if (line !== '') yield JSON.parse(line) as RawRow;
  }
}

/**
 * The rows of a table as layers say them, one over the other, in the order of their keys: of each key the newest layer's. What is gone
 * is left out. One file of each layer is held at a time.
 */
export async function* merged(
  target: BackupTarget,
  table: BackedUpTable,
  layers: readonly (readonly Chunk[])[],
): AsyncGenerator<RawRow> {
  const readers = layers.map((chunks) =>
    rowsOf(
      target,
      chunks.filter((one) => one.table === table),
    ),
  );
  const heads = await Promise.all(readers.map((one) => one.next()));
  for (;;) {
    let first: RawRow | undefined;
    // From the oldest on, so that of the same key the newest is kept.
    for (const { value } of heads) if (value && (!first || inKeyOrder(value, first) <= 0)) first = value;
    if (!first) return;
    for (const [at, { value }] of heads.entries()) {
      const reader = readers[at];
      if (value && reader && inKeyOrder(value, first) === 0) heads[at] = await reader.next();
    }
    if ('c' in first) yield first;
  }
}
