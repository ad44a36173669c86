import { smallWords } from './small-words.js';
import { misspelt, plain, slipped } from './spelling.js';

/**
 * Phrases that are looked for in what people write. A phrase is written as words in plain spelling: `hur gar ide~`. Its
 * words come in this order, with at most three others between two of them. `a|b` is either, `ide~` any word that begins so. A
 * phrase that begins with `=` is all that is said, but for small words; one with `^` begins what is said, and one with `?` is looked for in
 * what is asked only. Words of five letters
 * and more may be misspelt, those that stand alone in their phrase less so, and not those with a `!`, which another word is too
 * much like.
 */
export interface Phrase {
  slots: readonly Slot[];
  alone: boolean;
  first: boolean;
  asked: boolean;
}

/** As the phrase has it, or as a hurried thumb may write it. */
export type SpellingMatch = 'exactly' | 'nearly';

interface Slot {
  /** As they are written. */
  words: ReadonlySet<string>;
  /** Those that may be misspelt, by their first letter, which is right. */
  long: ReadonlyMap<string, readonly string[]>;
  /** What a word may begin with, by its first letter. */
  beginnings: ReadonlyMap<string, readonly string[]>;
  /** The first letters of all these, a bit for each: a word with another one is none of them, however it is spelt. */
  letters: number;
}

/** Letters that share a bit are told apart by their words. */
const bitOf = (word: string): number => 1 << (word.charCodeAt(0) & 31);

const MOST_BETWEEN = 3;

export function phrase(written: string): Phrase {
  const slots = written
    .replace(/^[=^?]/, '')
    .split(' ')
    .map(slotOf);
  return {
    slots,
    alone: written.startsWith('='),
    first: written.startsWith('^'),
    asked: written.startsWith('?'),
  };
}

/** No shorter word may be misspelt: another one is too near. */
const LONG = 5;
/** Nor a shorter beginning that says all by itself: many words go on from it. */
const LONG_BEGINNING = 7;

function slotOf(written: string): Slot {
  const all = written.split('|');
  return {
    words: new Set(all.filter((word) => !word.endsWith('~')).map((word) => word.replace(/!$/, ''))),
    long: byFirstLetter(all.filter((word) => word.length >= LONG && !/[~!]$/.test(word))),
    beginnings: byFirstLetter(all.filter((word) => word.endsWith('~')).map((word) => word.slice(0, -1))),
    letters: all.reduce((letters, word) => letters | bitOf(word), 0),
  };
}

function byFirstLetter(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const letter = word.charAt(0);
    found.set(letter, [...(found.get(letter) ?? []), word]);
  }
  return found;
}

/** Every word that a phrase names, beginnings as they are. */
export const wordsOfPhrase = ({ slots }: Phrase): string[] =>
  slots.flatMap(({ words, beginnings }) => [...words, ...[...beginnings.values()].flat()]);

/** How a word may be written that is not written as the phrase has it; undefined where it may not. */
interface Leniency {
  word: (written: string, word: string) => boolean;
  beginning: (written: string, beginning: string) => boolean;
}

const amongOthers: Leniency = {
  word: misspelt,
  beginning: (written, beginning) => misspelt(written.slice(0, beginning.length), beginning),
};
const byItself: Leniency = {
  word: slipped,
  beginning: (written, beginning) =>
    beginning.length >= LONG_BEGINNING &&
    [-1, 0, 1].some((more) => slipped(written.slice(0, beginning.length + more), beginning)),
};

const fits = (slot: Slot, written: string, leniency: Leniency | undefined): boolean =>
  (slot.letters & bitOf(written)) !== 0 && isOneOf(slot, written, leniency);

/** A first letter is right, however hurried the thumb: only what begins with the same is compared. */
function isOneOf({ words, long, beginnings }: Slot, written: string, leniency: Leniency | undefined): boolean {
  if (words.has(written)) return true;
  const letter = written.charAt(0);
  const begun = beginnings.get(letter);
  if (begun?.some((beginning) => written.startsWith(beginning))) return true;
  if (leniency === undefined) return false;
  return (
    long.get(letter)?.some((word) => leniency.word(written, word)) === true ||
    begun?.some((beginning) => leniency.beginning(written, beginning)) === true
  );
}

/** The first letters of words, a bit for each. */
export const lettersOf = (words: readonly string[]): number =>
  words.reduce((letters, word) => letters | bitOf(word), 0);

/**
 * Whether the phrase can be in words that begin with these letters: each of its words must have one to be. Nearly all of a
 * thousand phrases are told apart from what is said by this alone.
 */
export function mayBeIn({ slots }: Phrase, letters: number): boolean {
  for (const slot of slots) if ((slot.letters & letters) === 0) return false;
  return true;
}

/** The words of what is in plain spelling already. */
export const wordsOfPlain = (inPlain: string): string[] => inPlain.split(' ').filter(Boolean);

/** A sentence as its words in plain spelling. */
export const plainWords = (sentence: string): string[] => wordsOfPlain(plain(sentence));

/** Whether there is more than small words among them. */
export const meanSomething = (words: readonly string[]): boolean => words.some((word) => !smallWords.has(word));

/** The same as `placesOf`, and much sooner where the phrase is not said. */
export const saidIn = (
  one: Phrase,
  { words, letters }: { words: readonly string[]; letters: number },
  spelt?: SpellingMatch,
): number[] | undefined => (mayBeIn(one, letters) ? placesOf(one, words, spelt) : undefined);

/** Which of the words are the phrase's, by their places; undefined where it is not said. A phrase alone leaves no word over that means something. */
export function placesOf(
  { slots, alone, first: isFirst }: Phrase,
  words: readonly string[],
  spelt: SpellingMatch = 'nearly',
): number[] | undefined {
  const [first] = slots;
  if (!first) return undefined;
  const leniency = spelt === 'exactly' ? undefined : slots.length === 1 ? byItself : amongOthers;
  const last = isFirst ? 1 : words.length;
  // Most phrases begin with none of the words, and there are a thousand of them: nothing is made before one does.
  for (let start = 0; start < last; start++) {
    if (!fits(first, words[start] ?? '', leniency)) continue;
    const places = follow(slots.slice(1), words, [start], leniency);
    if (places && (!alone || leftOver(words, places).length === 0)) return places;
  }
  return undefined;
}

/** The nearest place is tried first for each next word, and then those after it. */
function follow(
  slots: readonly Slot[],
  words: readonly string[],
  places: number[],
  leniency: Leniency | undefined,
): number[] | undefined {
  const [next, ...rest] = slots;
  if (!next) return places;
  const from = (places.at(-1) ?? -1) + 1;
  for (let at = from; at < Math.min(words.length, from + MOST_BETWEEN + 1); at++) {
    const found = fits(next, words[at] ?? '', leniency) ? follow(rest, words, [...places, at], leniency) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The words beside those that mean something by themselves. */
export const leftOver = (words: readonly string[], places: readonly number[]): string[] =>
  words.filter((word, at) => !places.includes(at) && !smallWords.has(word) && !/^\d+$/.test(word));

/** What was written, sentence by sentence, each with whether it ends in a question mark. */
export const sentencesOf = (text: string): { text: string; asks: boolean }[] =>
  (text.match(/[^.!?\n]+[.!?]*/g) ?? [])
    .map((sentence) => ({ text: sentence.trim(), asks: sentence.includes('?') }))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
