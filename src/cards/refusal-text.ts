import type { Refusal } from '../domain/decide.js';
import { type Field, fields } from '../domain/needs.js';
import { limits, type WordKey } from '../domain/words.js';
import type { Say } from '../text/index.js';

/** What a refusal names. */
type Named = Extract<Refusal, { field: string }>['field'];

/** A refusal in words for the person who met it; one about words names the field as its label does. */
export function refusalText(say: Say, refusal: Refusal): string {
  if (!('field' in refusal)) return say(`refusal.${refusal.code}`);
  const { field } = refusal;
  const code = refusal.code === 'wordsMissing' ? missing(field) : refusal.code;
  return say(`refusal.${code}`, { field: say(`field.${field}`), limit: limitOf(field) });
}

/** What is asked for where nothing was given: a choice, a date and an amount are not written in a few words. */
const missing = (name: Named) => (isWord(name) ? 'wordsMissing' : missingOf[kindOf(name)]);
const missingOf = {
  text: 'wordsMissing',
  one: 'badChoice',
  several: 'badChoice',
  day: 'badDate',
  amount: 'badAmount',
} as const satisfies Record<Field['kind'], Refusal['code']>;

/** How long words may be; 0 for what is chosen or counted. */
function limitOf(name: Named): number {
  if (isWord(name)) return limits[name];
  if (name === 'amount') return 0;
  const field = fields[name];
  return field.kind === 'text' ? field.limit : 0;
}

const kindOf = (name: Exclude<Named, WordKey>) => (name === 'amount' ? name : fields[name].kind);
const isWord = (name: Named): name is WordKey => name in limits;
