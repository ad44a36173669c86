import type { Refusal } from '../domain/idea/decide.js';
import { type NeedField as Answer, type FieldName, fields } from '../domain/idea/fields.js';
import { limits, type WordKey } from '../domain/idea/words.js';
import { obstacleLimits } from '../domain/obstacle/words.js';
import type { Translate } from '../text/index.js';
import type { Field } from './fields.js';

/** What a refusal names. */
type RefusedField = Extract<Refusal, { field: string }>['field'];

/**
 * A refusal in words for the person who met it: which field, and what is wrong with it. `form` are the fields that the
 * person has before them: one form may ask for the same words in another way than the next.
 */
export function refusalText(t: Translate, refusal: Refusal, form: readonly Pick<Field, 'id' | 'label'>[] = []): string {
  if (!('field' in refusal)) return t(`refusal.${refusal.code}`);
  const { field } = refusal;
  const code = refusal.code === 'wordsMissing' ? missing(field) : refusal.code;
  const drawn = form.find(({ id }) => id === field)?.label;
  return t(`refusal.${code}`, { field: drawn ? bare(t, drawn) : t(`field.${field}`), limit: limitOf(field) });
}

/** A label without the word that says that nothing has to be written there. */
const bare = (t: Translate, label: string): string => label.replace(t('field.optional', { label: '' }), '').trim();

/** What is asked for where nothing was given: a choice, a date and an amount are not written in a few words. */
const missing = (name: RefusedField) => (isAnswer(name) ? missingOf[fields[name].kind] : 'wordsMissing');
const missingOf = {
  text: 'wordsMissing',
  one: 'badChoice',
  several: 'badChoice',
  day: 'badDate',
  amount: 'badAmount',
  hours: 'badHours',
} as const satisfies Record<Answer['kind'], Refusal['code']>;

/** How long words may be; 0 for what is chosen or counted. */
function limitOf(name: RefusedField): number {
  if (name === 'obstacleLine') return obstacleLimits.line;
  if (isWord(name)) return limits[name];
  const field: Answer | undefined = isAnswer(name) ? fields[name] : undefined;
  return field?.kind === 'text' ? field.limit : 0;
}

const isWord = (name: RefusedField): name is WordKey => name in limits;
const isAnswer = (name: RefusedField): name is FieldName => name in fields;
