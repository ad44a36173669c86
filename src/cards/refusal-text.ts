import type { Refusal } from '../domain/decide.js';
import { type FieldName, fields } from '../domain/needs.js';
import { limits, type WordKey } from '../domain/words.js';
import type { Say } from '../text/index.js';

/** A refusal in words for the person who met it; one about words names the field as its label does. */
export function refusalText(say: Say, refusal: Refusal): string {
  if (!('field' in refusal)) return say(`refusal.${refusal.code}`);
  const { code, field } = refusal;
  return say(`refusal.${code}`, { field: say(`field.${field}`), limit: limitOf(field) });
}

/** How long words may be; 0 for what is chosen or counted. */
function limitOf(name: WordKey | FieldName): number {
  if (isWord(name)) return limits[name];
  const field = fields[name];
  return field.kind === 'text' ? field.limit : 0;
}

const isWord = (name: WordKey | FieldName): name is WordKey => name in limits;
