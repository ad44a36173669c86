import { z } from 'zod';
import { pictureNames, readPicture, writePicture } from '../../store/backup/raw-pictures.js';
import type { Storage } from '../../store/storage.js';
import { BackupDamaged, sumOf } from './layers.js';
import { type BackedUpPicture, type BackupPoint, type BackupTarget, jsonBytes, jsonIn } from './target.js';

const FOLDER = 'pictures/';
const asideSchema = z.object({ type: z.string(), metadata: z.record(z.string(), z.string()), sha256: z.string() });

interface PictureDeps {
  storage: Pick<Storage, 'pictures'>;
  target: BackupTarget;
}

/** The pictures that there are now. A name is always of the same picture, so one that is there is not read again. */
export async function backUpPictures({ storage, target }: PictureDeps): Promise<BackedUpPicture[]> {
  const there = new Set(await target.list(FOLDER));
  const kept: BackedUpPicture[] = [];
  for (const name of (await pictureNames(storage.pictures())).sort()) {
    const path = `${FOLDER}${name}`;
    // What says of what type it is stands last: where it stands, the picture is whole.
    const aside = there.has(`${path}.json`) ? await target.get(`${path}.json`) : undefined;
    if (aside) {
      kept.push({ path, sha256: asideSchema.parse(jsonIn(aside)).sha256 });
      continue;
    }
    const picture = await readPicture(storage.pictures(), name);
    if (!picture) continue;
    const { bytes, type, metadata } = picture;
    const sha256 = sumOf(bytes);
    await target.put(path, bytes);
    await target.put(`${path}.json`, jsonBytes({ type, metadata, sha256 }));
    kept.push({ path, sha256 });
  }
  return kept;
}

/** Writes the pictures of a backup, but for those that are not `wanted`. How many. */
export async function restorePictures(
  { storage, target }: PictureDeps,
  { pictures }: Pick<BackupPoint, 'pictures'>,
  wanted: (name: string) => boolean,
): Promise<number> {
  const meant = pictures.filter(({ path }) => wanted(path.slice(FOLDER.length)));
  if (meant.length > 0) await storage.pictures().createIfNotExists();
  for (const { path, sha256 } of meant) {
    const [bytes, aside] = await Promise.all([target.get(path), target.get(`${path}.json`)]);
    if (!bytes || !aside || sumOf(bytes) !== sha256) throw new BackupDamaged(path);
    const { type, metadata } = asideSchema.parse(jsonIn(aside));
    await writePicture(storage.pictures(), path.slice(FOLDER.length), { bytes, type, metadata });
  }
  return meant.length;
}
