import type { Refusal } from '../domain/decide.js';
import { limits } from '../domain/words.js';
import type { Say } from '../text/index.js';

/** A refusal in words for the person who met it; one about words names the field as its label does. */
export function refusalText(say: Say, refusal: Refusal): string {
  if (!('field' in refusal)) return say(`refusal.${refusal.code}`);
  return say(`refusal.${refusal.code}`, { field: say(`field.${refusal.field}`), limit: limits[refusal.field] });
}
