/** Source of unpredictable bytes; node:crypto's randomBytes in the running bot, a seeded one in tests. */
export type RandomBytes = (size: number) => Uint8Array;

/** Crockford's base32: no I, L, O or U, so an id can be read aloud and typed. */
export const ID_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const base32 = (length: number, random: RandomBytes): string =>
  Array.from(random(length), (byte) => ID_LETTERS[byte % 32]).join('');

/** Neither a number nor a word, also where a word's o, i or l is read as a digit: a letter, and a digit from 2. */
const isIdeaId = (text: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{6}$/.test(text) && /[A-Z]/.test(text) && /[2-9]/.test(text);

/** Six characters, about 900 million ids. A collision is found by the insert, and a new id tried. */
export function newIdeaId(random: RandomBytes): string {
  for (;;) {
    const id = base32(6, random);
    if (isIdeaId(id)) return id;
  }
}

/** A person's reference: random, says nothing about whom it stands for. */
export const newPersonRef = (random: RandomBytes): string => `p${base32(16, random)}`;

/** An operation's id: minted when a card is drawn, spent by the first press. */
export const newIdempotencyKey = (random: RandomBytes): string => base32(16, random);

/** The id that somebody typed or pasted (any case, O for 0, I or L for 1, spaces and # around it), or undefined. */
export function parseIdeaId(text: string): string | undefined {
  const id = text
    .replace(/^\s*#?\s*/, '')
    .trimEnd()
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return isIdeaId(id) ? id : undefined;
}

const ID_LENGTH = 6;
/** So many ids there could be. */
export const ID_PLACES = 32n ** BigInt(ID_LENGTH);

/** Where a record's id stands among all that there could be, in their order. */
export const placeOfId = (id: string): bigint =>
  [...id.slice(0, ID_LENGTH).padEnd(ID_LENGTH, '0')].reduce(
    (place, letter) => place * 32n + BigInt(Math.max(0, ID_LETTERS.indexOf(letter))),
    0n,
  );

/** The id at a place. */
export const idAtPlace = (place: bigint): string =>
  Array.from(
    { length: ID_LENGTH },
    (_, n) => ID_LETTERS[Number((place >> BigInt(5 * (ID_LENGTH - 1 - n))) % 32n)],
  ).join('');
