import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { kindOfName, type PictureKind } from '../../domain/idea/content/picture.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isStatus } from '../rows.js';
import type { Storage } from '../storage.js';

/** Says of a picture who sent it, to whoever knows the person's reference, and nothing once that is forgotten. */
const sealOf = (name: string, sender: PersonRef): string =>
  createHash('sha256').update(`${name}|${sender}`).digest('hex');

export type PictureStore = ReturnType<typeof openPictures>;

/** Pictures of ideas, in a container that nobody but the bot can list or read. */
export function openPictures(storage: Pick<Storage, 'pictures'>) {
  return {
    /** Stores a picture under a name that is not guessed; the same name again is the same picture. */
    async put(name: string, bytes: Uint8Array, { type }: PictureKind, sender: PersonRef): Promise<void> {
      const container = storage.pictures();
      const upload = () =>
        container.getBlockBlobClient(name).uploadData(bytes, {
          blobHTTPHeaders: { blobContentType: type },
          metadata: { sender: sealOf(name, sender) },
        });
      try {
        await upload();
      } catch (error) {
        // The first picture of all: its container is not there yet, and may be made by whoever has the right to.
        if (!isStatus(error, 404)) throw error;
        await container.createIfNotExists();
        await upload();
      }
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

    /** The picture, of the kind that it was taken for; undefined for one that is not there. */
    async get(name: string): Promise<{ type: string; bytes: Uint8Array } | undefined> {
      const kind = kindOfName(name);
      if (!kind) return undefined;
      try {
        const { readableStreamBody } = await storage.pictures().getBlobClient(name).download();
        return readableStreamBody && { type: kind.type, bytes: await buffer(readableStreamBody) };
      } catch (error) {
        if (isStatus(error, 404)) return undefined;
        throw error;
      }
    },
  };
}
