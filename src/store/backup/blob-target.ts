import type { ContainerClient } from '@azure/storage-blob';
import { isStatus } from '../rows.js';
import { blobServiceOf, containerAtAddress, type StorageAccount } from '../storage.js';

/**
 * A container in blob storage where backups lie, by its address: https, in an account of its own, to which the bot's managed
 * identity is shown unless it carries a signature; or `blob:CONTAINER` in the bot's own account, which a disaster there takes along.
 */
export function openBlobTarget(account: StorageAccount, address: string) {
  const container = containerAt(account, address);
  let made: Promise<unknown> | undefined;
  return {
    name: address.replace(/\?.*$/, ''),
    async put(path: string, bytes: Uint8Array): Promise<void> {
      // Whoever may only write blobs has had the container made.
      made ??= container.createIfNotExists().catch(() => undefined);
      await made;
      await container.getBlockBlobClient(path).uploadData(bytes);
    },
    async get(path: string): Promise<Uint8Array | undefined> {
      try {
        return await container.getBlobClient(path).downloadToBuffer();
      } catch (error) {
        if (isStatus(error, 404)) return undefined;
        throw error;
      }
    },
    async list(prefix: string): Promise<string[]> {
      const names: string[] = [];
      try {
        for await (const { name } of container.listBlobsFlat({ prefix })) names.push(name);
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
      }
      return names.sort();
    },
    async remove(path: string): Promise<void> {
      await container.getBlobClient(path).deleteIfExists();
    },
  };
}

function containerAt(account: StorageAccount, address: string): ContainerClient {
  const [, own] = /^blob:([a-z\d][a-z\d-]{1,61}[a-z\d])$/.exec(address) ?? [];
  return own === undefined ? containerAtAddress(account, address) : blobServiceOf(account).getContainerClient(own);
}
