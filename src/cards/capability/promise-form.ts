import { farthestDay } from '../../domain/undertaking/days.js';
import { undertakingLimits } from '../../domain/undertaking/words.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { dateField, textField } from '../fields.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';

export interface PromiseFormView {
  department: string;
  /** What stands in the form, as it was written. */
  draft?: { what?: string | undefined; until?: string | undefined };
  /** Why it came back. */
  fault?: string | undefined;
}

/** "Vad ska ni ändra i år?": one line and a day. */
export function promiseForm(context: CardContext, { department, draft = {}, fault }: PromiseFormView): Drawn {
  const { t, today } = context;
  const heading = t('capability.promise.heading');
  const card = context.draw('form', {
    heading,
    fault: fault ? [{ text: fault }] : [],
    about: t('capability.promise.about', { place: placeName(context, { department }) }),
    fields: [
      textField(
        t,
        { id: 'what', label: 'capability.promise.field.what', limit: undertakingLimits.what },
        { value: draft.what, required: 'undertaking.field.what.missing', lines: 'one' },
      ),
      dateField('until', t('capability.promise.field.until'), {
        value: draft.until ?? '',
        ...{ min: today, max: farthestDay(today), missing: t('undertaking.field.until.missing') },
      }),
    ],
    buttonRows: buttonRows([
      button(
        t('capability.promise.send'),
        'promiseChange',
        { idempotencyKey: context.mintIdempotencyKey(), department },
        { style: 'positive' },
      ),
      button(t('button.back'), 'capability', { department }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: fault ?? heading };
}
