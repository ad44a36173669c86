import type { ContainerClient } from '@azure/storage-blob';
import { isStatus } from '../rows.js';

/** A picture as a backup holds it, with what storage says of it. */
export interface RawPicture {
  bytes: Uint8Array;
  type: string;
  metadata: Record<string, string>;
}

/** The names of all pictures; none where none was ever stored. */
export async function pictureNames(container: ContainerClient): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of container.listBlobsFlat()) names.push(name);
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
  // What the doctor tries with.
  return names.filter((name) => !name.startsWith('doctor-'));
}

/** Undefined where it has gone since it was listed. */
export async function readPicture(container: ContainerClient, name: string): Promise<RawPicture | undefined> {
  const blob = container.getBlobClient(name);
  try {
    const { contentType = '', metadata = {} } = await blob.getProperties();
    return { bytes: await blob.downloadToBuffer(), type: contentType, metadata };
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

export async function writePicture(container: ContainerClient, name: string, picture: RawPicture): Promise<void> {
  const { bytes, type, metadata } = picture;
  await container.getBlockBlobClient(name).uploadData(bytes, { blobHTTPHeaders: { blobContentType: type }, metadata });
}
