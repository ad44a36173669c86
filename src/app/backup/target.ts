import { z } from 'zod';
import type { Tombstone, Tombstones } from '../tombstones.js';

/** Where backups lie: a folder or a container. Paths are relative, with slashes. */
export interface BackupTarget {
  /** What it is called, for people: no secret. */
  name: string;
  /** Whole or not at all; takes the place of what was there. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is nothing. */
  get(path: string): Promise<Uint8Array | undefined>;
  /** All paths that begin so, in order. */
  list(prefix: string): Promise<string[]>;
  /** Also where there is nothing. */
  remove(path: string): Promise<void>;
}

/** A file with rows of one table, in the order of their keys. */
export const chunkSchema = z.object({
  path: z.string(),
  table: z.enum(['Ideas', 'People', 'Deliveries']),
  sha256: z.string(),
  rows: z.number(),
  /** The last key that was looked at for it: what comes after has not been. */
  after: z.tuple([z.string(), z.string()]),
});
export type Chunk = z.output<typeof chunkSchema>;
export type BackedUpTable = Chunk['table'];

/** A picture of an idea. */
const pictureSchema = z.object({ path: z.string(), sha256: z.string() });
export type BackedUpPicture = z.output<typeof pictureSchema>;

/**
 * A backup: what stood at an instant. Its layers, one over the other, are all rows: a row of a later one takes the place of the same
 * of an earlier one, or says that it is gone.
 */
export const pointSchema = z.object({
  version: z.literal(1),
  municipality: z.string(),
  /** When it was begun: nothing that was stored before is missing. */
  at: z.string(),
  finished: z.string(),
  layers: z.array(z.array(chunkSchema)),
  pictures: z.array(pictureSchema),
  /** Records that changed each time they were read: of those the rows may not be of one moment. */
  unsettled: z.array(z.string()),
});
export type BackupPoint = z.output<typeof pointSchema>;

export const POINTS = 'points/';
export const PENDING = 'pending.json';
export const MANIFEST = 'manifest-sha256.txt';
const TOMBSTONES = 'tombstones/';

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
export const jsonIn = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

/** The newest backup, or the one of this instant; undefined where there is none. */
export async function readPoint(target: BackupTarget, at?: string): Promise<BackupPoint | undefined> {
  const paths = await target.list(POINTS);
  const path = at === undefined ? paths.at(-1) : paths.find((one) => one === pointPath(at));
  const bytes = path === undefined ? undefined : await target.get(path);
  return bytes && pointSchema.parse(jsonIn(bytes));
}

/** A name that sorts as time does. */
export const pointPath = (at: string): string => `${POINTS}${at.replaceAll(':', '-')}.json`;

const tombstoneSchema: z.ZodType<Tombstone> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), ref: z.string(), at: z.string() }),
  z.object({ kind: z.literal('ideas'), ids: z.array(z.string()), pictures: z.array(z.string()), at: z.string() }),
]);

/** Beside the backups, of whatever age: what was erased or destroyed since one was taken. */
export const tombstonesIn = (target: Pick<BackupTarget, 'put'>): Tombstones => ({
  add: (tombstone) => {
    const what =
      tombstone.kind === 'person' ? tombstone.ref : `${tombstone.at.replaceAll(':', '-')}-${tombstone.ids[0]}`;
    return target.put(`${TOMBSTONES}${tombstone.kind}-${what}.json`, jsonBytes(tombstone));
  },
});

export async function readTombstones(target: BackupTarget): Promise<Tombstone[]> {
  const all: Tombstone[] = [];
  for (const path of await target.list(TOMBSTONES)) {
    const bytes = await target.get(path);
    if (bytes) all.push(tombstoneSchema.parse(jsonIn(bytes)));
  }
  return all;
}
