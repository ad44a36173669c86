import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { RandomBytes } from '../../domain/ids.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Letters of a key's name: enough to tell two apart, and they say nothing of it. */
const NAME_LETTERS = 8;

/** Makes what people answer unreadable to everybody without the key, for as long as it waits; the key stands in no storage. */
export interface AnswerSeal {
  /** By which it is known whether this key has sealed something. */
  name: string;
  /** Whether it outlives this process: another one, or this one after a restart, has the same. */
  lasts: boolean;
  /** As long whatever it holds of the same length. `about`: what it belongs to, without which it cannot be opened. */
  seal(text: string, about: string): string;
  /** Undefined of what another key has sealed, or of what is about something else. */
  open(sealed: string, about: string): string | undefined;
}

/** `secret`: what the operator has set; without it, one that nobody knows and that goes with the process. */
export function createAnswerSeal({ secret, random }: { secret?: string | undefined; random: RandomBytes }): AnswerSeal {
  const from = secret === undefined ? Buffer.from(random(KEY_BYTES)) : Buffer.from(secret, 'utf8');
  const key = Buffer.from(hkdfSync('sha256', from, '', 'answers', KEY_BYTES));
  return {
    name: createHmac('sha256', key).update('name').digest('base64url').slice(0, NAME_LETTERS),
    lasts: secret !== undefined,
    seal(text, about) {
      const nonce = Buffer.from(random(NONCE_BYTES));
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about, 'utf8'));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(about, 'utf8'))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        return undefined;
      }
    },
  };
}
