import { farthestDay } from '../../domain/undertaking/days.js';
import { undertakingLimits } from '../../domain/undertaking/words.js';
import { lastDayOf, yearOf } from '../../domain/year-parts.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { dateField, textField } from '../fields.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';

export interface UndertakingFormView {
  department: string;
  /** For which year it most likely is. */
  year?: string | undefined;
  /** What stands in the form, as it was written. */
  draft?: { what?: string | undefined; who?: string | undefined; until?: string | undefined };
  /** Why it came back. */
  fault?: string | undefined;
}

/** The form in which a leader or a manager adds what their department undertakes. */
export function undertakingForm(context: CardContext, view: UndertakingFormView): Drawn {
  const { t, today } = context;
  const { department, year = yearOf(today), draft = {}, fault } = view;
  const heading = t('undertaking.form.heading');
  const field = (id: 'what' | 'who') =>
    textField(
      t,
      { id, label: `undertaking.field.${id}`, limit: undertakingLimits[id] },
      {
        ...{ value: draft[id], required: `undertaking.field.${id}.missing`, lines: 'one' },
        placeholder: `undertaking.field.${id}.hint`,
      },
    );
  const card = context.draw('form', {
    heading,
    fault: fault ? [{ text: fault }] : [],
    about: t('undertaking.form.about', { place: placeName(context, { department }) }),
    fields: [
      field('what'),
      field('who'),
      dateField('until', t('undertaking.field.until'), {
        value: draft.until ?? (yearOf(today) === year ? '' : lastDayOf(year, 'T1')),
        ...{ min: today, max: farthestDay(today), missing: t('undertaking.field.until.missing') },
      }),
    ],
    buttonRows: buttonRows([
      button(
        t('undertaking.button.save'),
        'addUndertaking',
        { idempotencyKey: context.mintIdempotencyKey(), department },
        { style: 'positive' },
      ),
      button(t('button.back'), 'undertakings', { department, year }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: fault ?? heading };
}
