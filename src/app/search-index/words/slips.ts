import type { TextWord } from '../../../domain/language/analysis/words-of-text.js';
import { slipsBetween } from '../../../domain/language/spelling.js';
import type { Lexicon } from './lexicon.js';

/** From so many letters on, a word that stands nowhere may be misspelt by one letter, and by two; of a shorter one too many others are left. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;

/** How many slips there are between the two: the first letter is right. */
function slipsOfOne(written: string, meant: string): number | undefined {
  const shorter = Math.min(written.length, meant.length);
  if (shorter < ONE_SLIP || written[0] !== meant[0]) return undefined;
  return slipsBetween(written, meant, shorter >= TWO_SLIPS ? 2 : 1);
}

/**
 * Numbers of the words of which one that stands nowhere may be a slip, as it is written or in its stem: those with the fewest. Words that no
 * document has any more, since it was hidden or withdrawn, are as if nobody had written them.
 */
export function slipsOf({ plain }: TextWord, stem: string, lexicon: Lexicon): number[] {
  const found: { word: number; slips: number }[] = [];
  for (const [word, other] of lexicon.allPlain.entries()) {
    const slips = lexicon.isWritten(word) ? slipsOfOne(plain, other) : undefined;
    if (slips !== undefined) found.push({ word, slips });
  }
  for (const [term, other] of lexicon.terms.all.entries()) {
    const slips = slipsOfOne(stem, other);
    if (slips === undefined) continue;
    for (const word of lexicon.wordsWith(term)) if (lexicon.isWritten(word)) found.push({ word, slips });
  }
  const fewest = Math.min(...found.map(({ slips }) => slips));
  return [...new Set(found.filter(({ slips }) => slips === fewest).map(({ word }) => word))];
}
