import { createHmac } from 'node:crypto';
import type { RandomBytes } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** The row that holds the key, made by whoever needs it first. */
const KEY_NAME = 'marks';
const KEY_BYTES = 32;
/** Letters of a mark, six bits each: two people have the same one with a chance of one in 2^132. */
const LETTERS = 22;
/** No reference of a person begins so. */
const SIGN = '~';

/** What a mark is made of: an identity, or an address. */
export type Marked = Pick<Person, 'emails'> & Partial<Pick<Person, 'identity'>>;

export type MarkStore = ReturnType<typeof openMarks>;

export const isMark = (text: string): boolean => text.startsWith(SIGN);

/**
 * Marks by which somebody is known again who is not stored any more: HMAC-SHA256 of their object id and of each of their
 * addresses, under a key of this municipality's that lies in storage. Without the key they say nothing, and of no list of
 * names can they be worked out. The key is read once for each instance.
 */
export function openMarks(
  storage: Pick<Storage, 'deliveries' | 'versions'>,
  municipality: string,
  random: RandomBytes,
) {
  const shared = openShared(storage, municipality);
  let known: Promise<Buffer> | undefined;

  async function read(): Promise<Buffer> {
    const made = { key: Buffer.from(random(KEY_BYTES)).toString('base64') };
    const stored = await shared.change<{ key: string }>(KEY_NAME, (value) => (value ? undefined : made));
    if (!stored) throw new Error('The key of the marks was written and then was not there');
    return Buffer.from(stored.key, 'base64');
  }

  function key(): Promise<Buffer> {
    known ??= read().catch((error: unknown) => {
      // The next one who needs it asks again.
      known = undefined;
      throw error;
    });
    return known;
  }

  return {
    /** Reads the key ahead of its first use, so that no turn waits for it. */
    async ready(): Promise<void> {
      await key();
    },

    /** Somebody's marks. No round trip once the key is known. */
    async of({ identity, emails }: Marked): Promise<string[]> {
      const secret = await key();
      const all = [
        ...(identity ? [`id|${identity.tenant}|${identity.objectId}`.toLowerCase()] : []),
        ...emails.map((email) => `email|${email.trim().toLowerCase()}`),
      ];
      const markOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, LETTERS);
      return all.map((text) => SIGN + markOf(text));
    },
  };
}
