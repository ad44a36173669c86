import { buffer } from 'node:stream/consumers';
import type { BlobClient } from '@azure/storage-blob';
import { isStatus } from '../../src/store/rows';
import type { Storage } from '../../src/store/storage';

/** Everything that a deployment has stored, one text for each row, message and picture: to look for what must not be there. */
export async function allStored(storage: Storage): Promise<string[]> {
  const found: string[] = [];
  for (const table of [storage.ideas, storage.people, storage.deliveries]) {
    for await (const row of table.listEntities()) found.push(`${table.tableName} ${JSON.stringify(row)}`);
  }
  const { peekedMessageItems } = await storage.wakeUps.peekMessages({ numberOfMessages: 32 });
  for (const { messageText } of peekedMessageItems) found.push(Buffer.from(messageText, 'base64').toString('utf8'));
  const pictures = storage.pictures();
  if (!(await pictures.exists())) return found;
  for await (const { name } of pictures.listBlobsFlat()) {
    const bytes = await bytesOf(pictures.getBlobClient(name));
    if (bytes) found.push(`${name} ${bytes.toString('latin1')}`);
  }
  return found;
}

/** Nothing for a picture that has gone since it was listed: what a power cut left half done may still be going on. */
async function bytesOf(picture: BlobClient): Promise<Buffer | undefined> {
  try {
    const { readableStreamBody } = await picture.download();
    return readableStreamBody && (await buffer(readableStreamBody));
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** Those of the texts that hold any of the words, in any case. */
export const thoseWith = (texts: readonly string[], words: readonly string[]): string[] =>
  texts.filter((text) => words.some((word) => text.toLowerCase().includes(word.toLowerCase())));
