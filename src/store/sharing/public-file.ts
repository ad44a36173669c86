import type { ContainerClient } from '@azure/storage-blob';
import { blobServiceOf, containerAtAddress, type StorageAccount } from '../storage.js';

const WITHIN_MS = 30_000;
/** What the file is called in its container. */
export const PUBLIC_FILE = 'sharing.json';

/**
 * Writes the file that everybody may read. `container`: its name in the bot's own account, or the https address of one in another account; whether it
 * is public whoever runs the bot has decided, so it is not made here. Rejects where it cannot be written.
 */
export function openPublicFile(account: StorageAccount, container: string, mediaType: string) {
  const client = containerAt(account, container);
  return async (bytes: Uint8Array): Promise<void> => {
    await client.getBlockBlobClient(PUBLIC_FILE).uploadData(bytes, {
      blobHTTPHeaders: { blobContentType: mediaType, blobCacheControl: 'max-age=300' },
      abortSignal: AbortSignal.timeout(WITHIN_MS),
    });
  };
}

const containerAt = (account: StorageAccount, container: string): ContainerClient =>
  container.startsWith('https://')
    ? containerAtAddress(account, container)
    : blobServiceOf(account).getContainerClient(container);
