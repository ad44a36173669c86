import type { Drawn } from '../../src/cards/card-context';
import { nodesOf, textsOf } from './card';
import { type CheckOptions, cardFaults } from './card-faults';

/**
 * Fails unless the card is valid and has a summary, every text of `typed` stands in it exactly as it was typed, and none of
 * them in an element that would read it as Markdown.
 */
export function expectSound(
  { card, summary }: Drawn,
  { typed = [], hidden = false, ...options }: SoundOptions = {},
): void {
  expect(cardFaults(card, { ...options, typed: [...typed, ...(options.cut ?? [])] })).toEqual([]);
  expect(summary.trim()).not.toBe('');
  const shown = textsOf(card, { hidden }).join('\n');
  for (const words of typed) expect(shown).toContain(words);
  const markdown = [...nodesOf(card)].filter(({ type }) => type === 'TextBlock' || type === 'FactSet');
  for (const words of typed) expect(JSON.stringify(markdown)).not.toContain(JSON.stringify(words).slice(1, -1));
}

export interface SoundOptions extends CheckOptions {
  /** Beginnings of typed texts, where the card shows no more. */
  cut?: readonly string[];
  /** Also look in what is folded away. */
  hidden?: boolean;
}
