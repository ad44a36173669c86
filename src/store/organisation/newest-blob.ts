import { blobServiceOf, type StorageAccount } from '../storage.js';

/** Milliseconds within which storage gives the list and the file. */
const WITHIN_MS = 60_000;

/** The blob of a container that was written last, with its address for operators. Rejects where there is none, or it is larger than `mostBytes`. */
export async function newestBlobIn(
  account: StorageAccount,
  container: string,
  mostBytes: number,
): Promise<{ name: string; bytes: Buffer }> {
  const abortSignal = AbortSignal.timeout(WITHIN_MS);
  const client = blobServiceOf(account).getContainerClient(container);
  let newest: { name: string; at: number; size: number } | undefined;
  for await (const { name, properties } of client.listBlobsFlat({ abortSignal })) {
    const at = properties.lastModified.getTime();
    // Of those of the same second the last by name, as names with dates are.
    if (!newest || at >= newest.at) newest = { name, at, size: properties.contentLength ?? 0 };
  }
  if (!newest || newest.size > mostBytes) throw Object.assign(new Error(), { code: newest ? 'TooLarge' : 'NoBlob' });
  const bytes = await client.getBlobClient(newest.name).downloadToBuffer(undefined, undefined, { abortSignal });
  return { name: `blob:${container}/${newest.name}`, bytes };
}
