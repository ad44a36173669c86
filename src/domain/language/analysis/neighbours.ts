import { misspelt } from '../spelling.js';

/** The words that one may have meant who has written another. */
export interface Neighbours {
  /** The most usual that differs by as little as a slip; undefined where none does. */
  of(word: string, atLeast: number): string | undefined;
}

/** A shorter word is too near to others. */
export const SHORTEST_MISSPELT = 5;

/**
 * Finds slips of usual words without comparing with each: two words that differ by one letter become the same when each
 * loses one (Garbe's symmetric deletion), so the words are kept by what is left of them.
 */
export function neighboursOf(usual: ReadonlyMap<string, number>): Neighbours {
  const byRest = new Map<string, string[]>();
  for (const word of usual.keys()) {
    if (word.length < SHORTEST_MISSPELT) continue;
    for (const rest of restsOf(word)) {
      const words = byRest.get(rest);
      if (words) words.push(word);
      else byRest.set(rest, [word]);
    }
  }
  return {
    of: (word, atLeast) => {
      if (word.length < SHORTEST_MISSPELT) return undefined;
      let best: string | undefined;
      let most = atLeast - 1;
      for (const rest of restsOf(word))
        for (const other of byRest.get(rest) ?? []) {
          const times = usual.get(other) ?? 0;
          if (other === word || times <= most || !misspelt(word, other)) continue;
          [best, most] = [other, times];
        }
      return best;
    },
  };
}

/** The word, and the word without one of its letters; the first is right. */
function restsOf(word: string): Set<string> {
  const rests = new Set([word]);
  for (let at = 1; at < word.length; at++) rests.add(word.slice(0, at) + word.slice(at + 1));
  return rests;
}
