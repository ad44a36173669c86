/** A text as what it is about: how much each term, by its number, counts in it, from 0 up. */
export type TermWeights = ReadonlyMap<number, number>;

/** How telling a term is: 0 for one that stands everywhere. */
export type TellingOf = (term: number) => number;

/** What was chosen on the first half of the labelled pairs (dev/benchmarks/similar). */
export const likenessSettings = {
  /** What the parts of a compound count together, when a word counts 1. */
  parts: 1.3,
  /** What the word counts that a misspelt one may have been. */
  meant: 0.8,
  /** How much of the longer text must be met: 0 only the shorter one counts, 1 only the longer. */
  longer: 0.1,
  /** How many telling words weigh as much as what is not seen: two short texts with one word in common are not the same. */
  fewWords: 8,
  /** From this likeness on, two texts are shown as being about the same. */
  threshold: 0.149,
};

/** A word's terms by number. */
export interface WeighedWord {
  stem: number;
  parts: readonly number[];
  meant: number | undefined;
}

/** How much a term counts in a word that is found by it. */
export const weightIn = ({ stem, parts, meant }: WeighedWord, term: number): number =>
  term === stem
    ? 1
    : Math.max(
        parts.includes(term) ? likenessSettings.parts / parts.length : 0,
        term === meant ? likenessSettings.meant : 0,
      );

/** Adds a word's terms to what a text is about: each counts as where it counts most. */
export function addTerms(weights: Map<number, number>, word: WeighedWord): void {
  const { stem, parts, meant } = word;
  const add = (term: number): void => {
    const weight = weightIn(word, term);
    if (weight > (weights.get(term) ?? 0)) weights.set(term, weight);
  };
  add(stem);
  for (const part of parts) add(part);
  if (meant !== undefined) add(meant);
}

/** All that a text tells. */
export function weightOf(text: TermWeights, telling: TellingOf): number {
  let sum = 0;
  for (const [term, weight] of text) sum += weight * telling(term);
  return sum;
}

/**
 * How much two texts are about the same, from 0 to 1: what they share of what they tell (Tversky's index), each term by how telling
 * it is. The longer one counts less, since one says in a line what another takes a page for.
 */
export function likeness(one: TermWeights, other: TermWeights, telling: TellingOf, mostTelling: number): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [term, weight] of small) {
    const there = large.get(term);
    if (there !== undefined) shared += Math.min(weight, there) * telling(term);
  }
  if (shared === 0) return 0;
  const [less, more] = [weightOf(small, telling), weightOf(large, telling)].sort((a, b) => a - b) as [number, number];
  const { longer, fewWords } = likenessSettings;
  return Math.min(1, shared / (longer * more + (1 - longer) * less + fewWords * mostTelling));
}
