import { BlobClient } from '@azure/storage-blob';
import { blobServiceOf, credentialOf, type StorageAccount } from '../storage.js';

/** Milliseconds within which storage gives the file: it is asked again soon. */
const WITHIN_MS = 15_000;

/**
 * The bytes of a file in blob storage. `address`: `blob:CONTAINER/NAME` in the bot's own account, or an https address; there the
 * bot's managed identity is shown, unless it is the account of a connection string or the address carries a signature of its own. Rejects where it cannot be read.
 */
export function openBlobFile(account: StorageAccount, address: string): () => Promise<Buffer> {
  const blob = blobAt(account, address);
  return () => blob.downloadToBuffer(undefined, undefined, { abortSignal: AbortSignal.timeout(WITHIN_MS) });
}

function blobAt(account: StorageAccount, address: string): BlobClient {
  const own = /^blob:([^/]+)\/(.+)$/.exec(address);
  const [, container = '', name = ''] = own ?? [];
  const service = blobServiceOf(account);
  if (own) return service.getContainerClient(container).getBlobClient(name);
  const url = new URL(address);
  if (url.searchParams.has('sig')) return new BlobClient(address);
  if ('account' in account) return new BlobClient(address, credentialOf(account));
  const within = address.startsWith(service.url) ? address.slice(service.url.length).replace(/^\//, '') : '';
  const [at, ...rest] = within.split('/');
  if (at && rest.length > 0) return service.getContainerClient(at).getBlobClient(decodeURIComponent(rest.join('/')));
  return new BlobClient(address);
}
