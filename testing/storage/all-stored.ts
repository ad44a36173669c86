import { buffer } from 'node:stream/consumers';
import type { BlobClient } from '@azure/storage-blob';
import { isStatus } from '../../src/store/rows';
import type { Storage } from '../../src/store/storage';

/** Everything that a deployment has stored, one text for each row, message, picture and file: to look for what must not be there. */
export async function allStored(storage: Storage): Promise<string[]> {
  const found: string[] = [];
  for (const table of [storage.ideas, storage.people, storage.deliveries]) {
    for await (const row of table.listEntities()) found.push(`${table.tableName} ${JSON.stringify(row)}`);
  }
  for (const queue of [storage.wakeUps, storage.restWakeUps]) {
    const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
    for (const { messageText } of peekedMessageItems) found.push(Buffer.from(messageText, 'base64').toString('utf8'));
  }
  for (const container of [storage.pictures(), storage.files()]) {
    if (!(await container.exists())) continue;
    for await (const { name } of container.listBlobsFlat({ includeUncommitedBlobs: true })) {
      const bytes = await bytesOf(container.getBlobClient(name));
      if (bytes) found.push(`${name} ${bytes.toString('latin1')}`);
    }
  }
  return found;
}

/** Nothing for one that has gone since it was listed: what a power cut left half done may still be going on. */
async function bytesOf(blob: BlobClient): Promise<Buffer | undefined> {
  try {
    const { readableStreamBody } = await blob.download();
    return readableStreamBody && (await buffer(readableStreamBody));
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** Those of the texts that hold any of the words, in any case. */
export const thoseWith = (texts: readonly string[], words: readonly string[]): string[] =>
  texts.filter((text) => words.some((word) => text.toLowerCase().includes(word.toLowerCase())));
