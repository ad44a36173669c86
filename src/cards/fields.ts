import type { Day } from '../domain/time.js';
import { limits, type WordKey } from '../domain/words.js';
import type { Say, TextKey } from '../text/index.js';

export type Choice = { title: string; value: string };

// Every field names every property: a template cannot leave out a member for which there is no value.
const blank = {
  isText: false,
  isChoice: false,
  isDate: false,
  isToggle: false,
  required: false,
  missing: '',
  placeholder: '',
  value: '',
};

/** A field for parts/fields.json. The client checks `missing` (what it says when a required field is empty) before it sends. */
export type Field = typeof blank & { id: string; label: string; [more: string]: string | boolean | Choice[] };

interface TextLook {
  /** The label, where the field asks something else than the word is usually called. */
  label?: TextKey;
  value?: string | undefined;
  required?: 'field.title.missing' | 'field.problem.missing' | `field.${'question' | 'answer' | 'done'}.missing`;
  optional?: boolean;
  placeholder?: TextKey;
  lines?: 'one' | 'several';
}

/** A field for one of the words that people write, with the domain's limit. */
export function wordField(say: Say, key: WordKey, look: TextLook = {}): Field {
  const label = say(look.label ?? `field.${key}`);
  return {
    ...blank,
    isText: true,
    id: key,
    label: look.optional ? say('field.optional', { label }) : label,
    value: look.value ?? '',
    required: look.required !== undefined,
    missing: look.required ? say(look.required) : '',
    placeholder: look.placeholder ? say(look.placeholder) : '',
    multiline: look.lines !== 'one',
    maxLength: String(limits[key]),
    kind: 'Text',
  };
}

/** An e-mail address, never required. */
export const emailField = (id: string, label: string, value = ''): Field => ({
  ...blank,
  isText: true,
  id,
  label,
  value,
  multiline: false,
  // The longest address there is (RFC 5321).
  maxLength: '254',
  kind: 'Email',
});

/** One of several choices; `missing` makes it required, `search` lets one type to find it. */
export const choiceField = (
  field: { id: string; label: string; choices: Choice[]; value?: string | undefined; placeholder: string },
  look: { search?: boolean; missing?: string } = {},
): Field => ({
  ...blank,
  ...field,
  isChoice: true,
  // A value that is no choice would leave a client with nothing to show.
  value: field.choices.some(({ value }) => value === field.value) ? (field.value ?? '') : '',
  style: look.search ? 'filtered' : 'compact',
  required: look.missing !== undefined,
  missing: look.missing ?? '',
});

/** A date that must be given. */
export const dateField = (
  id: string,
  label: string,
  dates: { value: Day; min: Day; max: Day; missing: string },
): Field => ({
  ...blank,
  ...dates,
  isDate: true,
  id,
  label,
  required: true,
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
