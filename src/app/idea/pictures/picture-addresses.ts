import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Idea } from '../../../domain/idea/idea.js';
import type { RandomBytes } from '../../../domain/ids.js';
import { type Instant, millisecondsOf } from '../../../domain/time.js';
import type { SharedStore } from '../../../store/shared.js';

/** A picture of an idea that somebody may see for a while. */
export interface NamedPicture {
  idea: Idea['id'];
  name: string;
  /** Made for somebody who may see it though it is out of sight for others: works for a short while only. */
  sealed: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/**
 * How long an address works. A card stays in its chat for ever, and what is scrolled back to after a month can be opened
 * anew; an address that got out does not show what an idea's readers will say about it next year. Counted in whole days
 * (hours), so that a card that is drawn twice has the same address, and at least so long.
 */
const OPEN = { unit: DAY_MS, units: 30 };
const SEALED = { unit: HOUR_MS, units: 1 };
/** The name under which the instances share the key. */
const KEY = 'pictures';
/** Bytes of HMAC-SHA256's key (RFC 2104: as long as its output). */
const KEY_BYTES = 32;

const TOKEN = /^([0-9A-Z]{6})\.([0-9A-Z]{16}\.(?:jpg|png|gif))\.([os])([0-9a-z]{1,9})\.([\w-]{43})$/;

export type PictureAddresses = ReturnType<typeof createPictureAddresses>;

interface PictureAddressDeps {
  shared: Pick<SharedStore, 'change'>;
  now: () => Instant;
  random: RandomBytes;
}

/**
 * Tokens that stand for pictures, signed with a key that the first instance makes and all read from storage once. A token
 * says which picture of which idea, until when, and nothing of who it was made for; that it holds does not mean that the
 * picture may still be seen (show-picture.ts).
 */
export function createPictureAddresses({ shared, now, random }: PictureAddressDeps) {
  let known: Promise<Buffer> | undefined;

  async function fetchKey(): Promise<Buffer> {
    const make = (made: string | undefined) => (made ? undefined : Buffer.from(random(KEY_BYTES)).toString('base64'));
    const key = Buffer.from((await shared.change<string>(KEY, make)) ?? '', 'base64');
    if (key.length !== KEY_BYTES) throw new Error('The key of pictures is none');
    return key;
  }
  const key = (): Promise<Buffer> => {
    known ??= fetchKey().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const signed = async (text: string): Promise<Buffer> =>
    createHmac('sha256', await key())
      .update(text)
      .digest();

  return {
    /** A token for the picture. One round trip the first time, then none; rejects when the key cannot be had. */
    async tokenFor({ idea, name, sealed }: NamedPicture): Promise<string> {
      const { unit, units } = sealed ? SEALED : OPEN;
      const end = (Math.floor(millisecondsOf(now()) / unit) + 1 + units) * unit;
      const text = `${idea}.${name}.${sealed ? 's' : 'o'}${end.toString(36)}`;
      return `${text}.${(await signed(text)).toString('base64url')}`;
    },

    /** The picture that a token stands for; undefined for one that was not made here, or has ended. */
    async read(token: string): Promise<NamedPicture | undefined> {
      const [, idea = '', name = '', kind, end = '', seal = ''] = TOKEN.exec(token) ?? [];
      if (!kind) return undefined;
      // As text: the last letter of base64url holds bits that decoding drops, and an address has one spelling.
      const right = Buffer.from((await signed(token.slice(0, -seal.length - 1))).toString('base64url'));
      const shown = Buffer.from(seal);
      const holds = shown.length === right.length && timingSafeEqual(shown, right);
      if (!holds || millisecondsOf(now()) >= Number.parseInt(end, 36)) return undefined;
      return { idea, name, sealed: kind === 's' };
    },
  };
}
