import { BlobSASPermissions } from '@azure/storage-blob';
import type { PictureKind } from '../domain/picture.js';
import { type Instant, millisecondsOf } from '../domain/time.js';
import { isStatus } from './rows.js';
import type { Storage } from './storage.js';

/** How long a card's address of a picture works: longer than anybody scrolls back, shorter than for ever. */
const ADDRESS_DAYS = 60;
const DAY_MS = 86_400_000;

export type PictureStore = ReturnType<typeof openPictures>;

/** Pictures of ideas, in a container that nobody can list or read without an address made here. */
export function openPictures(storage: Pick<Storage, 'pictures'>, now: () => Instant) {
  return {
    /** Stores a picture under a name that is not guessed; the same name again is the same picture. */
    async put(name: string, bytes: Uint8Array, { type }: PictureKind): Promise<void> {
      const container = storage.pictures();
      await container.createIfNotExists();
      await container.getBlockBlobClient(name).uploadData(bytes, {
        blobHTTPHeaders: { blobContentType: type, blobCacheControl: 'private, max-age=86400' },
      });
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
