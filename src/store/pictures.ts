import { createHash } from 'node:crypto';
import { BlobSASPermissions } from '@azure/storage-blob';
import type { PersonRef } from '../domain/person.js';
import type { PictureKind } from '../domain/picture.js';
import { type Instant, millisecondsOf } from '../domain/time.js';
import { isStatus } from './rows.js';
import type { Storage } from './storage.js';

/** How long a card's address of a picture works: longer than anybody scrolls back, shorter than for ever. */
const ADDRESS_DAYS = 60;
const DAY_MS = 86_400_000;

/** Says of a picture who sent it, to whoever knows the person's reference, and nothing once that is forgotten. */
const sealOf = (name: string, sender: PersonRef): string =>
  createHash('sha256').update(`${name}|${sender}`).digest('hex');

export type PictureStore = ReturnType<typeof openPictures>;

/** Pictures of ideas, in a container that nobody can list or read without an address made here. */
export function openPictures(storage: Pick<Storage, 'pictures'>, now: () => Instant) {
  return {
    /** Stores a picture under a name that is not guessed; the same name again is the same picture. */
    async put(name: string, bytes: Uint8Array, { type }: PictureKind, sender: PersonRef): Promise<void> {
      const container = storage.pictures();
      await container.createIfNotExists();
      await container.getBlockBlobClient(name).uploadData(bytes, {
        blobHTTPHeaders: { blobContentType: type, blobCacheControl: 'private, max-age=86400' },
        metadata: { sender: sealOf(name, sender) },
      });
    },

    /** Whether this person has sent the picture; false for one that is not there. */
    async isFrom(name: string, person: PersonRef): Promise<boolean> {
      try {
        const { metadata } = await storage.pictures().getBlobClient(name).getProperties();
        return metadata?.sender === sealOf(name, person);
      } catch (error) {
        if (isStatus(error, 404)) return false;
        throw error;
      }
    },

    /** Takes a picture away for good; its addresses work no more. */
    async remove(name: string): Promise<void> {
      await storage
        .pictures()
        .deleteBlob(name, { deleteSnapshots: 'include' })
        .catch((error: unknown) => {
          if (!isStatus(error, 404)) throw error;
        });
    },

    /** An address at which a picture can be seen for a while, without any request. */
    address(name: string): Promise<string> {
      return storage
        .pictures()
        .getBlobClient(name)
        .generateSasUrl({
          permissions: BlobSASPermissions.parse('r'),
          expiresOn: new Date(millisecondsOf(now()) + ADDRESS_DAYS * DAY_MS),
        });
    },
  };
}
