import { readFile } from 'node:fs/promises';
import { mostInFeed } from '../../domain/sharing/feed.js';

/** Why a file could not be had. Nothing of what the other side said stands in it. */
export class FeedUnreached extends Error {
  override name = 'FeedUnreached';
  constructor(readonly code: 'address' | 'redirect' | 'status' | 'mediaType' | 'silent' | 'tooLarge') {
    super(`The file could not be fetched: ${code}`);
  }
}

export interface FetchOptions {
  /** Plain http to this machine itself, which tests speak; default: never. */
  loopback?: boolean;
  signal?: AbortSignal;
}

const WITHIN_MS = 20_000;
const MOST_REDIRECTS = 3;

/**
 * The bytes of a file over https. What is named is what is asked: no other host, no redirect to one, no more than a file may have, and
 * within twenty seconds. Rejects with `FeedUnreached`.
 */
export async function fetchFeed(address: string, { loopback = false, signal }: FetchOptions = {}): Promise<Uint8Array> {
  const first = allowed(address, loopback);
  if (!first) throw new FeedUnreached('address');
  const within = AbortSignal.timeout(WITHIN_MS);
  let at = first;
  for (let tries = 0; tries <= MOST_REDIRECTS; tries++) {
    const response = await asked(at, signal ? AbortSignal.any([signal, within]) : within);
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      const to = response.headers.get('location') ?? '';
      const next = URL.canParse(to, at.href) ? allowed(new URL(to, at).href, loopback) : undefined;
      if (!next || next.origin !== first.origin) throw new FeedUnreached('redirect');
      at = next;
      continue;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new FeedUnreached('status');
    }
    if (!READABLE.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      throw new FeedUnreached('mediaType');
    }
    return atMost(response);
  }
  throw new FeedUnreached('redirect');
}

/** JSON of whatever kind, and what blob storage calls a file of which nobody has said what it is. */
const READABLE = /^(application\/([\w.-]+\+)?json|application\/octet-stream)\b/i;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

function allowed(address: string, loopback: boolean): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.username || url.password) return undefined;
  return url.protocol === 'https:' || (loopback && url.protocol === 'http:' && LOOPBACK.test(url.hostname))
    ? url
    : undefined;
}

async function asked(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
  } catch {
    throw new FeedUnreached('silent');
  }
}

async function atMost({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body ?? []) {
      size += part.byteLength;
      if (size > mostInFeed.bytes) throw new FeedUnreached('tooLarge');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof FeedUnreached ? error : new FeedUnreached('silent');
  }
  return Buffer.concat(parts);
}

/** The bytes of a file on this machine, with one more than a file may have where it has more. Rejects where it cannot be read. */
export const readFeedFile = async (path: string): Promise<Uint8Array> =>
  (await readFile(path)).subarray(0, mostInFeed.bytes + 1);
