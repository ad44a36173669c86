import { nameIn } from '../../../domain/organisation/organisation.js';
import { addDays, addMonths, type Day } from '../../../domain/time.js';
import type { TextKey } from '../../../text/index.js';
import type { CardContext } from '../../card-context.js';
import { choiceField, dateField, type Field, toggleField, wordField } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import { hasOthers, oneDepartmentField, severalDepartmentsField } from '../../organisation/place-field.js';
import { oneOf } from '../../press-data.js';
import type { Reading } from '../reading.js';

/** A list without choices is no field: clients refuse it. */
const ifAny = (choices: Choice[], field: (choices: Choice[]) => Field): Field[] =>
  choices.length > 0 ? [field(choices)] : [];

export const departmentField = (
  context: CardContext,
  value: string | undefined,
  except: readonly string[] = [],
): Field => {
  const { t } = context;
  const [label, missing] = [t('field.department'), t('field.department.missing')];
  return oneDepartmentField(context, { label, value, missing, placeholder: t('field.choose') }, except);
};

/** Whether the idea can be sent to another department, or shown to one more, than have it already. */
export const hasOtherDepartment =
  (but: (reading: Reading) => readonly string[]) =>
  (reading: Reading): boolean =>
    hasOthers(reading.context.directory, but(reading));

/** Any number of departments; no field where all are excepted. */
export const departmentsField = (
  { context }: Reading,
  label: TextKey,
  value: string | undefined,
  { except, required }: { except: readonly string[]; required: boolean },
): Field[] => {
  const { t } = context;
  const missing = required ? t('field.departments.missing') : undefined;
  return severalDepartmentsField(context, { label: t(label), value, missing, placeholder: t('field.choose') }, except);
};

/** The other ways that an idea may belong to; none where the organisation has none. */
export const channelField = ({ context }: Reading, value: string | undefined): Field[] =>
  ifAny(
    context.settings.otherChannels.map(({ code, name }) => ({
      title: nameIn(name, context.language),
      value: code,
    })),
    (choices) =>
      choiceField({
        id: 'channel',
        label: context.t('field.channel'),
        choices,
        value,
        placeholder: context.t('field.channel.none'),
      }),
  );

/** Whether an idea's words go out of sight with what is done. */
export const hiding = { hide: oneOf(['true', 'false']) };

/** Whether the idea's words are taken out of sight with it: they are, unless somebody wants them to stay. */
export const hideField = (
  { context: { t } }: Reading,
  title: TextKey,
  kept: { readonly hide?: string | undefined },
): Field => toggleField('hide', t('field.hide'), t(title), kept.hide !== 'false');

type Reasoned = { readonly reason?: string | undefined };

/** Why something is done, to be read by those whom it concerns. */
export const reasonField = ({ context: { t } }: Reading, label: TextKey, kept: Reasoned, required?: TextKey): Field =>
  wordField(t, 'reason', {
    label,
    value: kept.reason,
    ...(required ? { required } : { optional: true, lines: 'one' as const }),
  });

/** A day from tomorrow on; the domain says how far ahead it may be. */
export const dayAhead = (
  { context: { t, today } }: Reading,
  id: 'until' | 'tryAgainOn',
  label: string,
  look: { value?: string | undefined; after?: Day | undefined; months: number; required: boolean },
): Field => {
  const after = look.after && look.after > today ? look.after : today;
  return dateField(id, label, {
    value: look.value ?? '',
    min: addDays(after, 1),
    max: addMonths(today, look.months),
    ...(look.required && { missing: t('field.until.missing', { field: label }) }),
  });
};

/** The number of a decision on money in the municipality's diary: it may be a public document. */
export const diaryField = ({ context: { t } }: Reading, kept: { readonly diary?: string | undefined }): Field =>
  wordField(t, 'diary', { value: kept.diary, lines: 'one' });

/** Why somebody who is asked would rather not. */
export const declineField = (reading: Reading, kept: Reasoned): Field[] => [
  reasonField(reading, 'panel.decline.reason', kept),
];

/** The department that has the idea. */
export const itsDepartment = ({ idea }: Reading): string[] => [idea.department];

/** The departments that have the idea or have been asked to take it in. */
export const askedAlready = ({ idea }: Reading): string[] => [idea.department, ...Object.keys(idea.adoptions)];
