import type { TellingOf, TermWeights } from './likeness.js';

/** So many words tell a reader what two ideas have in common. */
const MOST_SHARED = 4;

/** A word that stands in a title is what an idea is about. */
const IN_TITLE = 2;

/** The most telling terms of both, as people write them. A part is left out beside a compound that has it. */
export function sharedForms(
  one: TermWeights,
  other: TermWeights,
  telling: TellingOf,
  formOf: (stem: string) => string | undefined,
  titles: TermWeights,
): string[] {
  const shared = [...one].flatMap(([term, weight]) => {
    const there = other.get(term);
    const form = there === undefined ? undefined : formOf(term);
    return there === undefined || form === undefined
      ? []
      : [{ term, form, tells: Math.min(weight, there) * telling(term) * (titles.has(term) ? IN_TITLE : 1) }];
  });
  return shared
    .filter(({ term }) => !shared.some((longer) => longer.term.length > term.length && longer.term.includes(term)))
    .sort((a, b) => b.tells - a.tells)
    .slice(0, MOST_SHARED)
    .map(({ form }) => form);
}
