import { parseArgs } from 'node:util';
import { BackupDamaged } from '../../app/backup/layers.js';
import { OfAnother, takeBackup } from '../../app/backup/take-backup.js';
import { backupTarget } from '../../config/backup-target.js';
import { readProcessConfig } from '../../config/config.js';
import { failWith, openRuntime, t } from '../command-line.js';

const usage = `Write npm run backup -- --to TARGET; the bot may run meanwhile
  --to TARGET  a folder, or a container: https://ACCOUNT.blob.core.windows.net/CONTAINER; default: BACKUP_TARGET
  --full       all anew; without it, what has changed since the backup that is there (nightly)
It can be broken off, and goes on where it was. sha256sum -c manifest-sha256.txt in the folder checks all files.`;

/** `npm run backup`: everything that is stored, but the queues and files that people were offered. Ends with 1 where it is not whole. */
async function main(): Promise<void> {
  const asked = readArguments();
  const config = readProcessConfig();
  const place = asked?.to ?? (config.ok ? config.config.backupTarget : undefined);
  if (!asked || (config.ok && place === undefined)) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime || !config.ok || place === undefined) return;
  const { storage, organisation, now } = runtime;
  const target = backupTarget(place, config.config.storage);
  try {
    const point = await takeBackup(
      { storage, municipality: organisation().municipality.code, target, now },
      { full: asked.full },
    );
    const chunks = point.layers.flat();
    const rows = chunks.reduce((sum, one) => sum + one.rows, 0);
    t(
      `${target.name} has the backup of ${point.at}: ${rows} rows in ${chunks.length} files, ${point.pictures.length} pictures.`,
    );
    if (point.unsettled.length > 0) {
      const all = point.unsettled.join(', ');
      failWith(
        `These changed each time they were read, and may be of two moments: ${all}. Run it again when less goes on.`,
      );
    }
  } catch (error) {
    if (error instanceof OfAnother)
      return failWith(`${target.name} has backups of ${error.municipality}: name another place.`);
    if (error instanceof BackupDamaged)
      return failWith(`${error.path} is damaged or missing: take a new backup with --full.`);
    throw error;
  }
}

function readArguments(): { to?: string; full: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, full: { type: 'boolean', default: false } } });
    return { full: values.full, ...(values.to && { to: values.to }) };
  } catch {
    return undefined;
  }
}

void main();
