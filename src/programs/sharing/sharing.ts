import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { feedCrypto, privateKeyOf, publicKeyOf, readPrivateKey } from '../../app/sharing/feed-crypto.js';
import { FeedUnreached, fetchFeed, readFeedFile } from '../../config/sharing/feed-over-https.js';
import { isPublicKey, isWithdrawn } from '../../domain/sharing/feed.js';
import { openFile, type ReadFeed, readFeed } from '../../domain/sharing/reading-feed.js';
import { instantOf } from '../../domain/time.js';
import { codeOf } from '../../log.js';
import { failWith, t } from '../command-line.js';
import { faultLines, unreachedLines } from './fault-lines.js';

const usage = `Write npm run sharing -- with one of
  check FILE|URL   looks whether a file is one that other municipalities can read; nothing is stored
    --key KEY      the public key by which it is to be signed, once for each; left out: those that it names, which proves nothing of who made it
    --as CODE      reads it as this municipality, which takes nothing that comes from itself
  keys             makes a private key and its public one; nothing is stored`;

/** `npm run sharing`: what other municipalities read, looked at by whoever writes or reads such files. Ends with 1 where a file is refused. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  if (asked.command === 'keys') return makeKeys();
  await check(asked);
}

interface SharingRequest {
  command: 'check' | 'keys';
  place: string;
  keys: readonly string[];
  us: string | undefined;
}

function readArguments(): SharingRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { key: { type: 'string', multiple: true, default: [] }, as: { type: 'string' } },
      allowPositionals: true,
    });
    const [command, place = '', ...more] = positionals;
    const { key: keys, as: us } = values;
    if (more.length > 0 || !keys.every(isPublicKey)) return undefined;
    if (command === 'keys' && place === '') return { command, place, keys, us };
    return command === 'check' && place !== '' ? { command, place, keys, us } : undefined;
  } catch {
    return undefined;
  }
}

/** Every fault that is found first, as a sentence that says what to do; else what a reader would have of the file. */
async function check({ place, keys, us }: SharingRequest): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = /^[a-z]+:\/\//i.test(place) ? await fetchFeed(place) : await readFeedFile(place);
  } catch (error) {
    if (error instanceof FeedUnreached) return failWith(unreachedLines[error.code]);
    if (codeOf(error) === undefined) throw error;
    return failWith(`${place} cannot be read (${codeOf(error)}).`);
  }
  const file = openFile(bytes);
  const named = file.ok ? file.value.signatures.map(({ publicKey }) => publicKey) : [];
  const now = instantOf(Date.now());
  const read = readFeed(bytes, { us, keys: keys.length > 0 ? keys : named, known: {}, now }, feedCrypto);
  if (!read.ok) {
    const { code, detail } = read.refusal;
    return failWith(`Refused (${code}): ${faultLines[code]}${detail ? ` At: ${detail}` : ''}`);
  }
  for (const line of whatItHolds(read.value)) t(line);
  if (keys.length === 0) t(`Signed by ${named.join(', ')}: ask the municipality whether that is its key.`);
}

function whatItHolds({ feed, entries, ours }: ReadFeed): string[] {
  const { publisher, number, expires } = feed;
  return [
    `${publisher.name} (${publisher.code}), number ${number}, until ${expires.slice(0, 10)}: ${entries.length} shared, ${feed.entries.filter(isWithdrawn).length} taken back.`,
    ...entries.map(({ id, version, title }) => `${id} (${version}) ${title}`),
    ...ours.map((id) => `${id} comes from the reader itself and is left out.`),
  ];
}

function makeKeys(): void {
  const made = privateKeyOf(randomBytes(32));
  const key = readPrivateKey(made);
  if (!key) throw new TypeError('No key could be made');
  t(`SHARING_KEY=${made}`);
  t(`Public key, for sharing.keys in the organisation file: ${publicKeyOf(key)}`);
  t('Keep the first line as a secret of the bot; whoever has it can share in your name.');
}

void main();
