import { ownText } from './own-text.js';

/** So many of the latest answers are remembered at least, and twice as many at most: words, their beginnings and ends come again and again. */
const LEAST_REMEMBERED = 30_000;

/** The same function, which keeps what it has answered. */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  let [latest, before] = [new Map<string, T>(), new Map<string, T>()];
  return (word) => {
    const known = latest.get(word);
    if (known !== undefined) return known;
    const answer = before.get(word) ?? of(word);
    if (latest.size >= LEAST_REMEMBERED) [latest, before] = [new Map(), latest];
    latest.set(ownText(word), answer);
    return answer;
  };
}
