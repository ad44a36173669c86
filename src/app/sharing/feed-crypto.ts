import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SHARING_VERSION, type SharedFeed, type SharingFile } from '../../domain/sharing/feed.js';
import type { FeedCrypto } from '../../domain/sharing/reading-feed.js';

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

export const feedCrypto: FeedCrypto = {
  verify(text, { publicKey, signature }) {
    try {
      const der = Buffer.concat([PUBLIC_DER, Buffer.from(publicKey, 'base64')]);
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
      return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  },
  hash: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};

/** A private key as an operator keeps it: 32 bytes in base64. Undefined of what is none. */
export function readPrivateKey(written: string): KeyObject | undefined {
  const seed = Buffer.from(written, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(written) || seed.length !== KEY_BYTES) return undefined;
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key of a private one, as files and organisation files spell it. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length).toString('base64');

/** A private key as an operator keeps it, of 32 random bytes. */
export const privateKeyOf = (seed: Uint8Array): string => Buffer.from(seed).toString('base64');

/** The file of a feed, signed by each of these keys: two while one takes the other's place. */
export function signedFile(feed: SharedFeed, keys: readonly KeyObject[]): SharingFile {
  const payload = JSON.stringify({ '@context': context, '@type': 'DataCatalog', ...feed });
  const signatures = keys.map((key) => ({
    publicKey: publicKeyOf(key),
    signature: sign(null, Buffer.from(payload, 'utf8'), key).toString('base64'),
  }));
  return { format: 'idelotsen-sharing', version: SHARING_VERSION, payload, signatures };
}

export const bytesOfFile = (file: SharingFile): Buffer => Buffer.from(`${JSON.stringify(file)}\n`, 'utf8');

/** What its names mean to those who read linked data, as far as there are such terms (docs/SHARING.md). */
const context = {
  '@vocab': 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  id: 'identifier',
  issued: 'dcterms:issued',
  changed: 'dcterms:modified',
  expires: 'expires',
  entries: 'dcat:record',
  title: 'dcterms:title',
  need: 'dcterms:description',
  language: 'dcterms:language',
  contact: 'dcat:contactPoint',
  origins: 'dcterms:source',
  money: 'estimatedCost',
} as const;
