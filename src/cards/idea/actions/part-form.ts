import {
  chosenIn,
  type FieldName,
  fields,
  type NeedField as Kind,
  type PartName,
} from '../../../domain/idea/fields.js';
import { formFields } from '../../../domain/idea/needs.js';
import { onlyDepartment } from '../../../domain/organisation/place.js';
import { addMonths, earlierOf } from '../../../domain/time.js';
import { isTextKey, type TextKey } from '../../../text/index.js';
import { amountField, choiceField, choicesField, dateField, type Field, linkField, textField } from '../../fields.js';
import { section } from '../../paragraphs.js';
import { refusalText } from '../../refusal-text.js';
import { optionText, partInFull, partInShort } from '../parts/answers.js';
import { partTitle } from '../parts/needs.js';
import type { Reading } from '../reading.js';
import type { OpenPanel, PanelView } from './panels.js';
import type { FormValues } from './tables.js';

/** One part of what is needed as a short form, with what has been filled in of it. Nothing in it is required: what is there is kept. */
export const partForm = (reading: Reading, part: PartName, { kept = {}, fault, left }: PanelView): OpenPanel => ({
  title: partTitle(reading, part),
  text: [{ text: left ? reading.context.t('panel.part.next', { count: left }) : reading.context.t('panel.part.text') }],
  quotes: goalOf(reading, part),
  fields: formFields(part, reading.idea).map((name) => answerField(reading, name, kept)),
  fault: fault ? [{ text: refusalText(reading.context.t, fault) }] : [],
});

/** Whoever judges whether the goal was reached reads it there. */
const goalOf = (reading: Reading, part: PartName): OpenPanel['quotes'] =>
  formFields(part, reading.idea).includes('reached')
    ? section(partTitle(reading, 'goal'), partInShort(reading, 'goal'))
    : [];

/** The same part to be read by those who do not fill it in. */
export const partToRead = (reading: Reading, part: PartName): OpenPanel => ({
  title: partTitle(reading, part),
  text: [],
  quotes: partInFull(reading, part),
  fields: [],
  fault: [],
});

/** A test begins and ends within so many months, in a form. */
const LONGEST_PLAN = 36;
/** What can be proposed only where there is another department to take it in. */
const NEEDS_OTHERS: ReadonlySet<string> = new Set(['scale']);
/** A text that may be as long as this is written on one line. */
const ONE_LINE = 300;

function answerField({ context, idea }: Reading, name: FieldName, kept: FormValues): Field {
  const { t, today } = context;
  const kind: Kind = fields[name];
  const value = kept[name] ?? idea.answers[name];
  const label = t(`field.${name}`);
  const hint: TextKey | undefined = hintFor(name);
  const optional = (text: string): string => t('field.optional', { label: text });
  switch (kind.kind) {
    case 'text':
      if (kind.link)
        return linkField(name, optional(label), { value, limit: kind.limit, placeholder: hint ? t(hint) : '' });
      return textField(
        t,
        { id: name, label: `field.${name}`, limit: kind.limit },
        { value, lines: kind.limit <= ONE_LINE ? 'one' : 'several', ...(hint && { placeholder: hint }) },
      );
    case 'one':
    case 'several': {
      const isAlone = onlyDepartment(context.directory) !== undefined;
      const open = kind.options.filter((option) => !(isAlone && NEEDS_OTHERS.has(option)) || option === value);
      const choices = open.map((option) => ({ title: optionText(context, option), value: option }));
      const chosen = value === undefined ? {} : { value: chosenIn(kind, value).chosen.join(',') };
      const field = { id: name, label, choices, ...chosen, placeholder: t('field.choose') };
      return kind.kind === 'one' ? choiceField(field, { open: true }) : choicesField(field, { open: true });
    }
    case 'day':
      return dateField(name, label, {
        value: value ?? '',
        // A test may have begun.
        min: earlierOf(name === 'start' ? addMonths(today, -LONGEST_PLAN) : today, value),
        max: addMonths(today, LONGEST_PLAN),
      });
    case 'amount':
      return amountField(t, name, label, { value, placeholder: hint ? t(hint) : '' });
    case 'hours':
      return amountField(t, name, kind.optional ? optional(label) : label, { value, placeholder: hint ? t(hint) : '' });
  }
}

function hintFor(name: FieldName): TextKey | undefined {
  const key = `field.${name}.hint`;
  return isTextKey(key) ? key : undefined;
}
