import { suspectsHealth } from './health-words.js';
import { personalNumberIn } from './personal-number.js';

/** What somebody has said of it: no personal number, and not about a certain person. */
export const assurances = ['number', 'health'] as const;
export type Assurance = (typeof assurances)[number];

/** What words may hold that is nobody else's business. `certain` is never sent; the others are asked about, once. */
export type Private = 'personalNumber' | 'perhapsPersonalNumber' | 'aboutPerson';

/** By which assurance each is passed; none for what stops in any case. */
export const passedBy: { readonly [P in Private]?: Assurance } = {
  perhapsPersonalNumber: 'number',
  aboutPerson: 'health',
};

/**
 * What stands in the way of sending these words; undefined where nothing does. `stored`: others will read them, so that
 * health is asked about too.
 */
export function privateIn(
  texts: readonly string[],
  sure: readonly Assurance[],
  { stored }: { stored: boolean },
): Private | undefined {
  const numbers = texts.map(personalNumberIn);
  if (numbers.includes('certain')) return 'personalNumber';
  if (numbers.includes('perhaps') && !sure.includes('number')) return 'perhapsPersonalNumber';
  return stored && !sure.includes('health') && texts.some(suspectsHealth) ? 'aboutPerson' : undefined;
}
