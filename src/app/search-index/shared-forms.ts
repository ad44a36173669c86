import type { TellingOf, TermWeights } from './likeness.js';
import type { Lexicon } from './words/lexicon.js';

/** So many words tell a reader what two ideas have in common. */
const MOST_SHARED = 4;

/** A word that stands in a title is what an idea is about. */
const IN_TITLE = 2;

/** The most telling terms of both, as people write them. A part is left out beside a compound that has it. */
export function sharedForms(
  one: TermWeights,
  other: TermWeights,
  telling: TellingOf,
  lexicon: Lexicon,
  titles: TermWeights,
): string[] {
  const shared = [...one].flatMap(([term, weight]) => {
    const there = other.get(term);
    const form = there === undefined ? undefined : lexicon.formOf(term);
    const tells = Math.min(weight, there ?? 0) * telling(term) * (titles.has(term) ? IN_TITLE : 1);
    return form === undefined ? [] : [{ text: lexicon.terms.textOf(term), form, tells }];
  });
  return shared
    .filter(({ text }) => !shared.some((longer) => longer.text.length > text.length && longer.text.includes(text)))
    .sort((a, b) => b.tells - a.tells)
    .slice(0, MOST_SHARED)
    .map(({ form }) => form);
}
