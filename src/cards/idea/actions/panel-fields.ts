import { ME } from '../../../app/person/colleague.js';
import type { FieldName } from '../../../domain/idea/fields.js';
import type { WordKey } from '../../../domain/idea/words.js';
import { nameIn } from '../../../domain/organisation/organisation.js';
import { addDays, addMonths, type Day } from '../../../domain/time.js';
import type { TextKey } from '../../../text/index.js';
import {
  choiceField,
  choicesField,
  dateField,
  emailField,
  type Field,
  peopleField,
  textField,
  toggleField,
  wordField,
} from '../../fields.js';
import type { Kit } from '../../kit.js';
import type { Choice } from '../../layouts/parts.js';
import type { Reading } from '../reading.js';

/** What had been filled in when a panel was refused; shown again, for nothing typed is lost. */
export type Kept = { readonly [K in WordKey | FieldName | Chosen]?: string | undefined };
type Chosen =
  | 'department'
  | 'departments'
  | 'channel'
  | 'person'
  | 'personEmail'
  | 'until'
  | 'tryAgainOn'
  | 'amount'
  | 'status'
  | 'use'
  | 'effects'
  | 'hide'
  | 'decision'
  | 'on'
  | 'into'
  | 'chosen';

/** A list without choices is no field: clients refuse it. */
const ifAny = (choices: Choice[], field: (choices: Choice[]) => Field): Field[] =>
  choices.length > 0 ? [field(choices)] : [];

/** Every department and company but `except`, by name. */
export function departmentChoices(kit: Kit, except: readonly string[] = []): Choice[] {
  return kit.directory.departments
    .filter(({ code }) => !except.includes(code))
    .map(({ code, name }) => ({ title: nameIn(name, kit.language), value: code }))
    .sort((one, other) => one.title.localeCompare(other.title, kit.language));
}

export const departmentField = (kit: Kit, value: string | undefined, except: readonly string[] = []): Field =>
  choiceField(
    {
      id: 'department',
      label: kit.say('field.department'),
      choices: departmentChoices(kit, except),
      value,
      placeholder: kit.say('field.choose'),
    },
    { search: true, missing: kit.say('field.department.missing') },
  );

/** Any number of departments; no field where all are excepted. */
export const departmentsField = (
  { kit }: Reading,
  label: TextKey,
  value: string | undefined,
  { except, required }: { except: readonly string[]; required: boolean },
): Field[] =>
  ifAny(departmentChoices(kit, except), (choices) =>
    choicesField(
      { id: 'departments', label: kit.say(label), choices, value, placeholder: kit.say('field.choose') },
      { search: true, ...(required && { missing: kit.say('field.departments.missing') }) },
    ),
  );

/** Oneself, a colleague of the list, or anybody by name or by their address. */
export function personFields({ kit }: Reading, label: TextKey, kept: Kept, colleagues: readonly Choice[]): Field[] {
  const { say } = kit;
  const choices = colleagues.length > 0 ? colleagues : [{ title: say('option.me'), value: ME }];
  return [
    pickedField(kit, label, choices, kept.person ?? choices[0]?.value),
    emailField('personEmail', say('field.personEmail'), kept.personEmail),
  ];
}

/** One of the list, or anybody by name where Teams can look for people. */
export const pickedField = ({ say }: Kit, label: TextKey, choices: readonly Choice[], value?: string): Field =>
  peopleField({
    id: 'person',
    label: say(label),
    choices: [...choices],
    value,
    placeholder: say('field.colleague.hint'),
  });

/** Another idea: one of the department's open ones by title, or any by its id. */
export const targetFields = ({ kit: { say } }: Reading, kept: Kept, targets: readonly Choice[]): Field[] => [
  ...ifAny([...targets], (choices) =>
    choiceField(
      {
        id: 'chosen',
        label: say('field.chosen'),
        choices,
        value: kept.chosen,
        placeholder: say('department.placeholder'),
      },
      { search: true },
    ),
  ),
  textField(
    say,
    { id: 'into', label: targets.length > 0 ? 'field.intoOther' : 'field.into', limit: 40 },
    {
      value: kept.into,
      placeholder: 'field.into.hint',
      lines: 'one',
      ...(targets.length === 0 && { required: 'field.into.missing' as const }),
    },
  ),
];

/** The other ways that an idea may belong to; none where the organisation has none. */
export const channelField = ({ kit }: Reading, value: string | undefined): Field[] =>
  ifAny(
    kit.settings.otherChannels.map(({ code, name }) => ({
      title: nameIn(name, kit.language),
      value: code,
    })),
    (choices) =>
      choiceField({
        id: 'channel',
        label: kit.say('field.channel'),
        choices,
        value,
        placeholder: kit.say('field.channel.none'),
      }),
  );

/** Whether the idea's words are taken out of sight with it: they are, unless somebody wants them to stay. */
export const hideField = ({ kit: { say } }: Reading, title: TextKey, kept: Kept): Field =>
  toggleField('hide', say('field.hide'), say(title), kept.hide !== 'false');

/** Why something is done, to be read by those whom it concerns. */
export const reasonField = ({ kit: { say } }: Reading, label: TextKey, kept: Kept, required?: TextKey): Field =>
  wordField(say, 'reason', {
    label,
    value: kept.reason,
    ...(required ? { required } : { optional: true, lines: 'one' as const }),
  });

/** A day from tomorrow on; the domain says how far ahead it may be. */
export const dayAhead = (
  { kit: { say, today } }: Reading,
  id: 'until' | 'tryAgainOn',
  label: string,
  look: { value?: string | undefined; after?: Day | undefined; months: number; required: boolean },
): Field => {
  const after = look.after && look.after > today ? look.after : today;
  return dateField(id, label, {
    value: look.value ?? '',
    min: addDays(after, 1),
    max: addMonths(today, look.months),
    ...(look.required && { missing: say('field.until.missing', { field: label }) }),
  });
};

/** The number of a decision on money in the municipality's diary: it may be a public document. */
export const diaryField = ({ kit: { say } }: Reading, kept: Kept): Field =>
  wordField(say, 'diary', { value: kept.diary, lines: 'one' });
