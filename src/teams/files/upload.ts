import { Readable } from 'node:stream';
import type { FileBytes } from '../../app/privacy/data-files.js';

/** How long a file may take to be stored: Teams waits 15 seconds for the whole turn. */
const WITHIN_MS = 8_000;

/** Whether a file may be sent to this address. */
export type MaySendTo = (address: URL) => boolean;

/**
 * Where Teams asks for a person's file to be put: OneDrive for work, over https. Whoever forges an answer to the question
 * for a file could name any address, inside the network too; only Microsoft's own storage gets what is stored of somebody.
 */
export const isOneDrive: MaySendTo = ({ protocol, hostname, port, username, password }) =>
  protocol === 'https:' && /^[a-z0-9-]+\.sharepoint\.com$/.test(hostname) && port === '' && !username && !password;

/** Puts a whole file at the address that Teams has opened for it. False when it may not or could not be done. */
export async function upload(
  address: string,
  content: FileBytes,
  maySendTo: MaySendTo = isOneDrive,
  withinMs = WITHIN_MS,
): Promise<boolean> {
  if (!URL.canParse(address) || !maySendTo(new URL(address))) return false;
  try {
    const { size, body } = content instanceof Uint8Array ? { size: content.length, body: content } : streamed(content);
    const response = await fetch(address, {
      method: 'PUT',
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
      headers: {
        // What it is its name says: OneDrive goes by that.
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        'content-range': `bytes 0-${size - 1}/${size}`,
      },
      body,
      // What comes little by little is sent so.
      duplex: 'half',
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // The person is told, and can read the same in the chat.
    return false;
  }
}

const streamed = ({ size, stream }: Exclude<FileBytes, Uint8Array>) => ({ size, body: Readable.toWeb(stream) });
