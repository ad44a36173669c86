import { variantsOf } from './message-variants';

/**
 * LIX, the Swedish readability index (Björnsson 1968): words in a sentence plus the share of words of more than six
 * letters. Below 30 reads like a children's book, 30 to 40 like fiction, 40 to 50 like a newspaper. It means little for
 * fewer than five words.
 */
export function lix(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const sentences = Math.max(1, text.match(/[.!?:]+(?=\s|$|”)/g)?.length ?? 0);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** Texts of at least so many words are what people read, rather than look at: those are held to `EASY`. */
export const MAIN = 8;
/** No main text is harder than this. */
export const EASY = 40;
const SENSIBLE = 5;

export interface Readability {
  key: string;
  /** The hardest of the sentences that the text can become. */
  text: string;
  words: number;
  lix: number;
}

/** Each text of at least five words with its index, the hardest first. */
export function readability(texts: Readonly<Record<string, string>>): Readability[] {
  return Object.entries(texts)
    .flatMap(([key, message]) => {
      const variants = variantsOf(message).map((text) => ({ key, text, words: wordsOf(text).length, lix: lix(text) }));
      const [hardest] = variants.filter(({ words }) => words >= SENSIBLE).sort((one, other) => other.lix - one.lix);
      return hardest ? [hardest] : [];
    })
    .sort((one, other) => other.lix - one.lix);
}

/** Main texts that are too hard. */
export const tooHard = (all: readonly Readability[]): Readability[] =>
  all.filter(({ words, lix: index }) => words >= MAIN && index > EASY);
