import { z } from 'zod';
import type { Instant } from '../../domain/time.js';
import { guards, heldBack, inKeyOrder, isAbout, isOf, type RawRow, rawRows } from '../../store/backup/raw-rows.js';
import type { Storage } from '../../store/storage.js';
import { linesOf, merged, sumOf } from './layers.js';
import { backUpPictures } from './pictures.js';
import {
  type BackedUpTable,
  type BackupPoint,
  type BackupTarget,
  type Chunk,
  chunkSchema,
  jsonBytes,
  jsonIn,
  MANIFEST,
  PENDING,
  pointPath,
  readPoint,
} from './target.js';

export interface BackupDeps {
  storage: Pick<Storage, 'ideas' | 'people' | 'deliveries' | 'pictures'>;
  municipality: string;
  target: BackupTarget;
  now: () => Instant;
  /** Told of each file that is written. */
  progress?: (what: { path: string; rows: number }) => void;
}

export interface BackupOptions {
  /** All anew, and not only what has changed since the backup before. */
  full?: boolean;
  /** Rows a file, and a page of storage: 1,000 at most. */
  size?: number;
}

const TABLES = ['Ideas', 'People', 'Deliveries'] as const satisfies BackedUpTable[];
/** So often what has changed meanwhile is read again. Each time it is only what has changed since the time before. */
const MOST_LOOKS = 20;
const PAGE = 1000;

/** A backup that is being taken, as it stands in the target: whoever is broken off goes on from there. */
const pendingSchema = z.object({
  at: z.string(),
  /** The layers that it lies on. */
  below: z.array(z.array(chunkSchema)),
  /** Its own so far: of the last one perhaps a part. */
  layers: z.array(z.array(chunkSchema)),
  /** The versions of records and people before the last layer was begun. */
  guards: z.array(z.tuple([z.string(), z.string()])),
  /** Whose rows the last layer is of; absent: everybody's. */
  only: z.array(z.string()).exactOptional(),
});
type PendingBackup = z.output<typeof pendingSchema>;

/**
 * Backs up a deployment while it runs. Everything is read once; of each record and each person that has changed meanwhile, all is
 * read again, until nothing of it has changed between the first look and the last: so what is kept of one is of one moment. On top of a
 * backup that is there only what has changed is written. Broken off, it goes on where it was.
 */
export async function takeBackup(
  deps: BackupDeps,
  { full = false, size = PAGE }: BackupOptions = {},
): Promise<BackupPoint> {
  const { target, storage, municipality } = deps;
  const pending = (await readPending(target)) ?? (await begun(deps, full));
  let changed: string[] = [];
  for (let looks = pending.layers.length; looks <= MOST_LOOKS; looks++) {
    await takeLayer(deps, pending, size);
    const after = await guards(storage, municipality);
    changed = differing(new Map(pending.guards), after);
    if (changed.length === 0) break;
    pending.layers.push([]);
    pending.only = changed;
    pending.guards = [...after];
    await writePending(target, pending);
  }
  const pictures = await backUpPictures(deps);
  const point: BackupPoint = {
    ...{ version: 1, municipality, at: pending.at, finished: deps.now() },
    layers: [...pending.below, ...pending.layers].filter((layer) => layer.length > 0),
    ...{ pictures, unsettled: changed },
  };
  await target.put(pointPath(pending.at), jsonBytes(point));
  await writeManifest(target);
  await target.remove(PENDING);
  return point;
}

async function begun({ target, storage, municipality, now }: BackupDeps, full: boolean): Promise<PendingBackup> {
  const before = full ? undefined : await readPoint(target);
  if (before && before.municipality !== municipality) throw new OfAnother(before.municipality);
  const pending: PendingBackup = {
    ...{ at: now(), below: before?.layers ?? [], layers: [[]] },
    guards: [...(await guards(storage, municipality))],
  };
  await writePending(target, pending);
  return pending;
}

/** The target holds backups of another municipality. */
export class OfAnother extends Error {
  constructor(readonly municipality: string) {
    super(`The backups there are of ${municipality}`);
    this.name = 'OfAnother';
  }
}

const writePending = (target: BackupTarget, pending: PendingBackup) => target.put(PENDING, jsonBytes(pending));

async function readPending(target: BackupTarget): Promise<PendingBackup | undefined> {
  const bytes = await target.get(PENDING);
  return bytes && pendingSchema.parse(jsonIn(bytes));
}

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((one) => before.get(one) !== after.get(one));

/** Fills the last layer with what differs from those below it; goes on after what it has already. */
async function takeLayer(deps: BackupDeps, pending: PendingBackup, size: number): Promise<void> {
  const { target, storage, municipality, progress } = deps;
  const tables = { Ideas: storage.ideas, People: storage.people, Deliveries: storage.deliveries };
  const layer = pending.layers.at(-1) ?? [];
  const below = [...pending.below, ...pending.layers.slice(0, -1)];
  const only = pending.only && new Set(pending.only);
  const isMeant = (row: RawRow) => !only || isOf(only, row) || isAbout(only, row);
  const done = layer.at(-1);
  const without = await heldBack(storage.ideas, municipality);
  for (const table of TABLES.slice(done ? TABLES.indexOf(done.table) : 0)) {
    const after = done?.table === table ? done.after : undefined;
    let rows: RawRow[] = [];
    const write = async (last: RawRow) => {
      const path = `rows/${pending.at.replaceAll(':', '-')}/${pending.layers.length}-${table}-${String(layer.length).padStart(6, '0')}.jsonl`;
      const bytes = linesOf(rows);
      await target.put(path, bytes);
      layer.push({ path, table, sha256: sumOf(bytes), rows: rows.length, after: [last.p, last.k] });
      await writePending(target, pending);
      progress?.({ path, rows: rows.length });
      rows = [];
    };
    const now = rawRows(tables[table], municipality, { after, size, without });
    for await (const row of differences(now, merged(target, table, below), after)) {
      if (!isMeant(row)) continue;
      rows.push(row);
      if (rows.length >= size) await write(row);
    }
    const last = rows.at(-1);
    if (last) await write(last);
  }
}

/** What stands now and did not stand so, and what stood and is gone: both in the order of their keys. */
async function* differences(
  now: AsyncIterable<RawRow[]>,
  before: AsyncGenerator<RawRow>,
  after: readonly [string, string] | undefined,
): AsyncGenerator<RawRow> {
  const from = after && { p: after[0], k: after[1] };
  const next = async () => {
    for (;;) {
      const { value } = await before.next();
      if (!value || !from || inKeyOrder(value, from) > 0) return value as RawRow | undefined;
    }
  };
  let old = await next();
  for await (const page of now) {
    for (const row of page) {
      while (old && inKeyOrder(old, row) < 0) {
        yield { p: old.p, k: old.k, gone: true };
        old = await next();
      }
      const isSame = old && inKeyOrder(old, row) === 0 && 'e' in old && 'e' in row && old.e === row.e;
      if (old && inKeyOrder(old, row) === 0) old = await next();
      if (!isSame) yield row;
    }
  }
  for (; old; old = await next()) yield { p: old.p, k: old.k, gone: true };
}

/** Every file that a backup names, with its checksum, as `sha256sum -c` reads it. */
async function writeManifest(target: BackupTarget): Promise<void> {
  const sums = new Map<string, string>();
  for (const path of await target.list('points/')) {
    const bytes = await target.get(path);
    if (!bytes) continue;
    sums.set(path, sumOf(bytes));
    const { layers, pictures } = jsonIn(bytes) as BackupPoint;
    for (const { path: file, sha256 } of [...layers.flat(), ...pictures] as Pick<Chunk, 'path' | 'sha256'>[])
      sums.set(file, sha256);
  }
  const lines = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  await target.put(MANIFEST, Buffer.from(lines.join('')));
}
