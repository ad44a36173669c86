import { openShares } from '../../../src/store/sharing/shares.js';
import type { Storage } from '../../../src/store/storage.js';
import { ID, OTHER, TOWN } from './sample-rows.js';

/** An idea is shared, and asked about anew; another one was taken back; and the file is written. */
export async function writeShares(storage: Storage): Promise<void> {
  const shares = openShares(storage, TOWN);
  const sheet = { kind: 'solution', title: 'Cykelpool', need: 'Köer', lesson: 'Köp regnkläder.' } as const;
  const money = { value: 40_000, currency: 'SEK', hours: 20 } as const;
  const at = '2026-11-16T08:00:00.000Z';
  await shares.save(undefined, { idea: ID, version: 1, sheet: { ...sheet, money }, sharedAt: at, asked: at }, 'ask');
  await shares.save(undefined, { idea: OTHER, version: 2, withdrawn: at });
  await shares.noteFile(undefined, { number: 7, hash: 'abc', issued: at });
}

export async function sharesIn(storage: Storage) {
  const shares = openShares(storage, TOWN);
  const withoutEtag = ({ etag: _, ...one }: { etag: string }) => one;
  const { number, hash, issued } = (await shares.file()) ?? {};
  return [(await shares.all()).map(withoutEtag), (await shares.due()).map(withoutEtag), { number, hash, issued }];
}
