import type { Readable } from 'node:stream';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import type { StoredPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { type MyData, myDataAtOnce } from './my-data.js';

/** So long a file is kept for whoever has asked for it. */
const KEPT_MS = 3 * 86_400_000;

/** What is put into somebody's OneDrive: as it is, or as it comes. */
export type FileBytes = Uint8Array | { size: number; stream: Readable };

/**
 * What is stored about somebody, where that is little; of whom there is more, a file is made of it outside of any turn, and it
 * is undefined. Then it costs four requests, whatever there is.
 */
export async function myDataOrFile(deps: Deps, stored: StoredPerson): Promise<MyData | undefined> {
  const [data, before] = await Promise.all([myDataAtOnce(deps, stored), deps.dataFiles.of(stored.person.ref)]);
  if (!data) await askForDataFile(deps, stored.person, Promise.resolve(before));
  return data;
}

/** Has a file made of all that is stored about somebody, outside of any turn. `before`: the one that there is. */
export async function askForDataFile(
  { dataFiles, now, random }: Deps,
  { ref: person }: Pick<Person, 'ref'>,
  before = dataFiles.of(person),
): Promise<void> {
  const askedAt = now();
  const until = instantOf(millisecondsOf(askedAt) + KEPT_MS);
  await dataFiles.ask({ person, token: newIdempotencyKey(random), askedAt, until }, before);
}

/** Somebody's file, once it is whole; undefined where there is none. One round trip. */
export async function dataFileOf({ dataFiles, now }: Deps, { ref }: Pick<Person, 'ref'>) {
  const file = await dataFiles.of(ref);
  const name = file?.name;
  if (!file || name === undefined || file.until <= now()) return undefined;
  return {
    /** Undefined where it is gone. */
    async content(): Promise<{ name: string; bytes: FileBytes } | undefined> {
      const read = await dataFiles.read(file);
      return read && { name, bytes: { size: read.size, stream: read.stream as Readable } };
    },
    /** It has been taken, or is not wanted. */
    remove: () => dataFiles.remove(file),
  };
}
