import { limits, type WordKey } from '../domain/idea/words.js';
import { type Day, isDay } from '../domain/time.js';
import type { TextKey, Translate } from '../text/index.js';
import type { Choice, FieldsPart } from './layouts/parts.js';

// Every field names every property: a template cannot leave out a member for which there is no value.
const blank = {
  isText: false,
  isChoice: false,
  isPeople: false,
  isDate: false,
  isTime: false,
  isToggle: false,
  required: false,
  missing: '',
  placeholder: '',
  value: '',
};

/** A field for parts/fields.json. The client checks `missing` (what it says when a required field is empty) before it sends. */
export type Field = typeof blank & FieldsPart;

interface TextLook {
  /** The label, where the field asks something else than the word is usually called. */
  label?: TextKey;
  value?: string | undefined;
  /** What is said when the field is left empty; makes it required. */
  required?: TextKey;
  optional?: boolean;
  placeholder?: TextKey;
  lines?: 'one' | 'several';
}

/** A field for one of the words that people write, with the domain's limit. */
export const wordField = (t: Translate, key: WordKey, look: TextLook = {}): Field =>
  textField(t, { id: key, label: look.label ?? `field.${key}`, limit: limits[key] }, look);

/** A text of at most `limit` letters. */
export function textField(
  t: Translate,
  { id, label: key, limit }: { id: string; label: TextKey; limit: number },
  look: Omit<TextLook, 'label'> = {},
): Field {
  const label = t(key);
  return {
    ...blank,
    isText: true,
    id,
    label: look.optional ? t('field.optional', { label }) : label,
    value: look.value ?? '',
    required: look.required !== undefined,
    missing: look.required ? t(look.required, { field: label }) : '',
    placeholder: look.placeholder ? t(look.placeholder) : '',
    multiline: look.lines !== 'one',
    maxLength: String(limit),
    kind: 'Text',
  };
}

/** A name or another short text on one line; `missing` makes it required. */
export const lineField = ({
  limit,
  missing = '',
  ...field
}: Record<'id' | 'label' | 'value' | 'placeholder', string> & { limit: number; missing?: string }): Field => ({
  ...blank,
  ...field,
  isText: true,
  required: missing !== '',
  missing,
  multiline: false,
  maxLength: String(limit),
  kind: 'Text',
});

/** An e-mail address; `missing` makes it required. */
export const emailField = (id: string, label: string, value = '', missing = ''): Field => ({
  ...blank,
  isText: true,
  id,
  label,
  value,
  required: missing !== '',
  missing,
  multiline: false,
  // The longest address there is (RFC 5321).
  maxLength: '254',
  kind: 'Email',
});

/** An amount of money, or a number of hours, as people write it: "ungefär 50 000 kronor" has room. The domain reads it. */
export const amountField = (
  t: Translate,
  id: string,
  label: string,
  look: { value?: string | undefined; placeholder: string; missing?: TextKey },
): Field => ({
  ...blank,
  isText: true,
  id,
  label,
  value: look.value ?? '',
  placeholder: look.placeholder,
  required: look.missing !== undefined,
  missing: look.missing ? t(look.missing) : '',
  multiline: false,
  maxLength: '40',
  kind: 'Text',
});

/** The address of a page or a document. */
export const linkField = (
  id: string,
  label: string,
  { value = '', ...look }: { value?: string | undefined; limit: number; placeholder: string },
): Field => ({ ...lineField({ id, label, value, ...look }), kind: 'Url' });

interface ChoiceLook {
  /** One types to find a choice: for a long list. */
  search?: boolean;
  /** All choices are seen at once: for a short list. */
  open?: boolean;
  /** What is said when nothing is chosen; makes it required. */
  missing?: string;
}

interface ChoiceFieldProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  value?: string | undefined;
  placeholder: string;
}

const styleOf = ({ search, open }: ChoiceLook) => (search ? 'filtered' : open ? 'expanded' : 'compact');

/** One of several choices. */
export const choiceField = (field: ChoiceFieldProps, look: ChoiceLook = {}): Field => ({
  ...blank,
  ...field,
  isChoice: true,
  // A value that is no choice would leave a client with nothing to show.
  value: field.choices.some(({ value }) => value === field.value) ? (field.value ?? '') : '',
  style: styleOf(look),
  several: false,
  required: look.missing !== undefined,
  missing: look.missing ?? '',
});

/**
 * Anybody of the municipality, found by name in Teams' people picker, which gives an object id. The list stands there too:
 * a client that has no picker shows it, and clients refuse a list without choices. Of `several`, with commas between.
 */
export const peopleField = (field: ChoiceFieldProps, { several = false } = {}): Field => ({
  ...choiceField(field, { search: true }),
  several,
  isChoice: false,
  isPeople: true,
  // Whoever was picked is none of the list.
  value: field.value ?? '',
});

/** Any number of choices: `value` has those made, with commas between. */
export const choicesField = (field: ChoiceFieldProps, look: ChoiceLook = {}): Field => {
  const known = (field.value ?? '').split(',').filter((one) => field.choices.some(({ value }) => value === one));
  return { ...choiceField(field, look), several: true, value: known.join(',') };
};

/** A date; `missing` makes it required. */
export const dateField = (
  id: string,
  label: string,
  dates: { value: Day | ''; min: Day; max: Day; missing?: string },
): Field => ({
  ...blank,
  ...dates,
  // A client has nothing to show for what is no date.
  value: isDay(dates.value) ? dates.value : '',
  isDate: true,
  id,
  label,
  required: dates.missing !== undefined,
  missing: dates.missing ?? '',
});

/** A time of day, `09:30`; `missing` makes it required. */
export const timeField = (
  id: string,
  label: string,
  { value, missing }: { value: string; missing?: string },
): Field => ({
  ...blank,
  isTime: true,
  id,
  label,
  value,
  required: missing !== undefined,
  missing: missing ?? '',
});

/** A yes or no with `title` beside its mark. */
export const toggleField = (id: string, label: string, title: string, on: boolean): Field => ({
  ...blank,
  isToggle: true,
  id,
  label,
  title,
  value: String(on),
});
