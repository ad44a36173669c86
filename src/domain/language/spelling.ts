import { distance } from 'fastest-levenshtein';

/**
 * The text as a hurried thumb may write it: lower case, å/ä as a, ö as o, every other accent gone, and one space
 * where there was anything but letters and digits. Two spellings of one name become the same text.
 */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('æ', 'a')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A short name for keys and addresses made from a text: `Söderhamra kommun` is `soderhamra-kommun`. Empty where the text has no letter a to z and no digit. */
export const slug = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** How many typing mistakes a word of so many letters may have before it is another word. */
const typosAllowed = (letters: number): number => (letters < 3 ? 0 : letters < 6 ? 1 : 2);

/** True when `one` may be a mistyped `other`: a letter wrong, missing, added or swapped with its neighbour; two from six letters. Both in plain spelling. */
export function nearlySame(one: string, other: string): boolean {
  return slipsBetween(one, other, typosAllowed(Math.min(one.length, other.length))) !== undefined;
}

/** How many typing mistakes there are between two words in plain spelling: 0 for the same; undefined where there are more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number | undefined {
  if (one === other) return 0;
  if (most === 0 || Math.abs(one.length - other.length) > most) return undefined;
  // A mistake changes two kinds of letters at most. Most words are told apart by that, long before they are compared.
  if (kindsApart(one, other) > 2 * most) return undefined;
  const apart = distance(one, other);
  if (apart > 1 && neighboursSwapped(one, other)) return 1;
  return apart <= most ? apart : undefined;
}

/** In how many kinds of letters two words differ at least. */
function kindsApart(one: string, other: string): number {
  let bits = kindsOf(one) ^ kindsOf(other);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** The letters of a word, a bit for each; some share one. */
function kindsOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/**
 * The same, for words that are looked for in whatever people write, where a wrong find is worse than a missed one: the first
 * letter is right, one mistake from five letters, two from nine.
 */
export function misspelt(one: string, other: string): boolean {
  const allowed = other.length < 5 ? 0 : other.length < 9 ? 1 : 2;
  if (allowed === 0 || one[0] !== other[0] || Math.abs(one.length - other.length) > allowed) return one === other;
  return distance(one, other) <= allowed || neighboursSwapped(one, other);
}

/**
 * The same, for a word that says all by itself: a letter missing, too many or swapped with its neighbour, between a first and
 * a last one that are right. A wrong letter makes another word too often: "halkat" of "hackat".
 */
export const slipped = (one: string, other: string): boolean =>
  other.length >= 5 &&
  one[0] === other[0] &&
  one.at(-1) === other.at(-1) &&
  (one.length === other.length ? neighboursSwapped(one, other) : distance(one, other) === 1);

/** One swap is one mistake to a person, but two to Levenshtein. */
function neighboursSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (at === one.length) return true;
  return one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2) === other;
}
