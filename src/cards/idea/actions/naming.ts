import { ME, SUBMITTER, SUCCESSOR } from '../../../app/person/colleague.js';
import type { TextKey } from '../../../text/index.js';
import type { CardContext } from '../../card-context.js';
import { emailField, type Field, peopleField } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import { code, line } from '../../press-data.js';
import type { Reading } from '../reading.js';
import type { InputValues } from './action.js';

/** Whom a press names: of a list of colleagues (`me`, `submitter`, an address), an object id that Teams' people picker has given, or an address that was written. */
export const naming = { person: code, personEmail: line };

/** What is written goes before who is picked; nobody is oneself. */
export const namedIn = ({ personEmail, person }: InputValues<typeof naming>): string =>
  personEmail?.trim() || person?.trim() || '';

/** Oneself, a colleague of the list, or anybody by name or by their address. */
export function personFields(
  { context }: Reading,
  label: TextKey,
  kept: InputValues<typeof naming>,
  colleagues: readonly Choice[],
): Field[] {
  const { t } = context;
  const choices = colleagues.length > 0 ? colleagues : [{ title: t('option.me'), value: ME }];
  return [
    pickedField(context, label, choices, kept.person ?? choices[0]?.value),
    emailField('personEmail', t('field.personEmail'), kept.personEmail),
  ];
}

/** Where somebody is to look after it: whoever has said yes to taking over is chosen already. */
export const withSuccessor = <Kept extends InputValues<typeof naming>>(
  kept: Kept,
  colleagues: readonly Choice[],
): Kept => ({
  ...kept,
  person: kept.person ?? colleagues.find(({ value }) => value === SUCCESSOR)?.value,
});

/** One of the list, or anybody by name where Teams can look for people. */
export const pickedField = ({ t }: CardContext, label: TextKey, choices: readonly Choice[], value?: string): Field =>
  peopleField({
    id: 'person',
    label: t(label),
    choices: [...choices],
    value,
    placeholder: t('field.colleague.hint'),
  });

/** Those of a list who are neither the reader nor the submitter; where there is nobody else the whole list, as clients refuse an empty one. */
export function others(colleagues: readonly Choice[]): readonly Choice[] {
  const found = colleagues.filter(({ value }) => value !== ME && value !== SUBMITTER);
  return found.length > 0 ? found : colleagues;
}
