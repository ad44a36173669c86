import { createHash } from 'node:crypto';
import {
  bytesOfFile,
  privateKeyOf,
  publicKeyOf,
  readPrivateKey,
  signedFile,
} from '../../../src/app/sharing/feed-crypto';
import type { SharedEntry, SharedFeed } from '../../../src/domain/sharing/feed';

/** A key pair that is the same each time, by a name. */
export function keysOf(name: string) {
  const secret = privateKeyOf(createHash('sha256').update(name).digest());
  const key = readPrivateKey(secret);
  if (!key) throw new TypeError('No key');
  return { secret, key, publicKey: publicKeyOf(key) };
}

export const sharedSolution = (more: Partial<SharedEntry> = {}): SharedEntry => ({
  ...{ id: 'K7M4QX', version: 1, kind: 'solution', language: 'sv', title: 'Cykelpool för hemtjänsten' },
  ...{ need: 'Bilarna står i kö varje morgon.', core: 'Tio cyklar vid porten', ownWay: 'Var cyklarna står' },
  ...{
    first: 'Ett låsbart rum',
    goal: 'Tio minuter',
    result: 'Åtta minuter snabbare',
    lesson: 'Köp regnkläder först.',
  },
  ...{ money: { value: 40_000, currency: 'SEK', hours: 20 }, contact: 'innovation@boras.example' },
  changed: '2026-11-20T08:00:00.000Z',
  ...more,
});

export const feedOf = (more: Partial<SharedFeed> = {}): SharedFeed => ({
  ...{ version: 1, publisher: { code: 'boras', name: 'Borås' }, number: 3 },
  ...{ issued: '2026-11-21T01:00:00.000Z', expires: '2027-01-20T01:00:00.000Z' },
  entries: [sharedSolution(), { id: 'T9WZ3D', version: 2, withdrawn: '2026-11-20T09:00:00.000Z' }],
  ...more,
});

/** The bytes of a feed's file, signed by these names' keys. */
export const fileOf = (feed: SharedFeed, ...names: string[]): Buffer =>
  bytesOfFile(
    signedFile(
      feed,
      names.map((name) => keysOf(name).key),
    ),
  );
