import type { Instant } from '../../domain/time.js';
import { isEmpty, isOf, type RawRow, writeRaw } from '../../store/backup/raw-rows.js';
import { recordKey, recordsPartition } from '../../store/keys.js';
import { readRow } from '../../store/rows.js';
import { openShared } from '../../store/shared.js';
import type { Storage } from '../../store/storage.js';
import type { Tombstone } from '../tombstones.js';
import { merged } from './layers.js';
import { restorePictures } from './pictures.js';
import type { BackedUpTable, BackupPoint, BackupTarget } from './target.js';

export interface RestoreDeps {
  storage: Pick<Storage, 'ideas' | 'people' | 'deliveries' | 'pictures' | 'versions'>;
  municipality: string;
  target: BackupTarget;
}

export interface RestoreOptions {
  point: BackupPoint;
  /** What must not come back. */
  tombstones: readonly Tombstone[];
  /** One idea alone, with all that stands of it; default: everything. */
  only?: string;
  /** Reads the backup to its end, checks it, and writes nothing. */
  dryRun?: boolean;
}

export type Restored =
  | { ok: true; rows: Record<BackedUpTable, number>; pictures: number; leftOut: number }
  /** Something stands there already; a restore of another backup is under way, or was finished; or the backup has no such idea. */
  | { ok: false; why: 'notEmpty' | 'another' | 'finished' | 'notInBackup' | 'isThere' | 'destroyed' };

/** How a restore of everything stands: in storage, so that whoever is broken off goes on and nobody starts a bot on half of it. */
interface Restoring {
  at: Instant;
  done?: true;
}
const RESTORING = 'restoring';
const TABLES = ['Ideas', 'People', 'Deliveries'] as const satisfies BackedUpTable[];
/** So many rows are held at a time. */
const TOGETHER = 1000;

/** What every instance says anew when it starts. */
const ofInstances: ReadonlySet<string> = new Set(['shared|rate', 'shared|halt', `shared|${RESTORING}`]);
/** What an idea that comes back alone has no use for: what was owed of it, and what was left to do. */
const ofTheMoment = /^(?:outbox|stuck|step|news|reactions|op)\|/;

/** Whether a restore was broken off: until it is finished, no bot should run there. */
export async function isHalfRestored(
  storage: Pick<Storage, 'deliveries' | 'versions'>,
  municipality: string,
): Promise<boolean> {
  const { value } = await openShared(storage, municipality).read<Restoring>(RESTORING);
  return value !== undefined && value.done !== true;
}

/** Everything is in place. */
export async function finishRestore({ storage, municipality }: RestoreDeps, { at }: BackupPoint): Promise<void> {
  await openShared(storage, municipality).change<Restoring>(RESTORING, () => ({ at, done: true }));
}

/**
 * Writes the rows and pictures of a backup into an account that is empty, or one idea where there is none of that id. What was destroyed by rule since
 * is left out. Broken off, and done again, it goes on: what was written is written again as it was.
 */
export async function restore(deps: RestoreDeps, options: RestoreOptions): Promise<Restored> {
  const { only, point, tombstones, dryRun = false } = options;
  const destroyed = new Set(tombstones.flatMap((one) => (one.kind === 'ideas' ? one.ids : [])));
  if (only !== undefined && destroyed.has(only)) return { ok: false, why: 'destroyed' };
  const refused = dryRun ? undefined : await (only === undefined ? begin(deps, point) : ifThere(deps, only));
  if (refused) return refused;
  const { storage, target } = deps;
  const clients = { Ideas: storage.ideas, People: storage.people, Deliveries: storage.deliveries };
  const rows: Record<BackedUpTable, number> = { Ideas: 0, People: 0, Deliveries: 0 };
  const ids = new Set(only === undefined ? [] : [only]);
  const isMeant = (row: RawRow) =>
    only === undefined ? !ofInstances.has(row.k) : isOf(ids, row) && !ofTheMoment.test(row.k);
  const kept: string[] = [];
  let leftOut = 0;
  let found = only === undefined;
  for (const table of only === undefined ? TABLES : (['Ideas'] as const)) {
    let part: RawRow[] = [];
    const flush = async () => {
      if (!dryRun) await writeRaw(clients[table], part);
      rows[table] += part.length;
      part = [];
    };
    for await (const row of merged(target, table, point.layers)) {
      if (!isMeant(row)) continue;
      if (isOf(destroyed, row) && !/^destroyed\|/.test(row.k)) {
        leftOut++;
        continue;
      }
      found ||= row.k === `record|${only}`;
      if (only !== undefined) kept.push(JSON.stringify(row));
      part.push(row);
      if (part.length === TOGETHER) await flush();
    }
    await flush();
  }
  if (!found) return { ok: false, why: 'notInBackup' };
  const gone = new Set(tombstones.flatMap((one) => (one.kind === 'ideas' ? one.pictures : [])));
  const isWanted = (name: string) => !gone.has(name) && (only === undefined || kept.some((row) => row.includes(name)));
  const pictures = dryRun
    ? point.pictures.filter(({ path }) => isWanted(path.replace(/^pictures\//, ''))).length
    : await restorePictures(deps, point, isWanted);
  return { ok: true, rows, pictures, leftOut };
}

async function begin({ storage, municipality }: RestoreDeps, point: BackupPoint): Promise<Restored | undefined> {
  const shared = openShared(storage, municipality);
  const { value } = await shared.read<Restoring>(RESTORING);
  if (value?.done) return { ok: false, why: 'finished' };
  if (value) return value.at === point.at ? undefined : { ok: false, why: 'another' };
  for (const table of [storage.ideas, storage.people, storage.deliveries])
    if (!(await isEmpty(table, municipality))) return { ok: false, why: 'notEmpty' };
  await shared.change<Restoring>(RESTORING, () => ({ at: point.at }));
  return undefined;
}

async function ifThere({ storage, municipality }: RestoreDeps, id: string): Promise<Restored | undefined> {
  const row = await readRow(storage.ideas, recordsPartition(municipality), recordKey(id));
  return row && { ok: false, why: 'isThere' };
}
