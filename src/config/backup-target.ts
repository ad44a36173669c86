import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type BackupTarget, tombstonesIn } from '../app/backup/target.js';
import type { Tombstones } from '../app/tombstones.js';
import { openBlobTarget } from '../store/backup/blob-target.js';
import type { StorageAccount } from '../store/storage.js';
import type { Config } from './config.js';
import { isBlobAddress } from './organisation-source.js';

const PART = '.part';

/** Where backups lie: a folder, `blob:CONTAINER` in the bot's own account, or the https address of a container. */
export const backupTarget = (place: string, account: StorageAccount): BackupTarget =>
  isBlobAddress(place) ? openBlobTarget(account, place) : folderTarget(resolve(place));

/** Where it is noted what must not come back with a backup; undefined where nobody has named a place for backups. */
export const tombstonesOf = ({
  backupTarget: place,
  storage,
}: Pick<Config, 'backupTarget' | 'storage'>): Tombstones | undefined =>
  place === undefined ? undefined : tombstonesIn(backupTarget(place, storage));

function folderTarget(folder: string): BackupTarget {
  return {
    name: folder,
    async put(path, bytes) {
      const to = join(folder, path);
      await mkdir(dirname(to), { recursive: true });
      // Written whole before it has its name: what the power cuts off is no file.
      const file = await open(`${to}${PART}`, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${to}${PART}`, to);
    },
    async get(path) {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async list(prefix) {
      const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return found
        .filter((entry) => entry.isFile() && !entry.name.endsWith(PART))
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
        .filter((path) => path.startsWith(prefix))
        .sort();
    },
    remove: (path) => rm(join(folder, path), { force: true }),
  };
}
