import { readAmount } from '../../../domain/amount.js';
import { readHours } from '../../../domain/hours.js';
import { askedIn } from '../../../domain/idea/deciding/resources.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { amountField, type Field } from '../../fields.js';
import { resourcesText } from '../parts/answers.js';
import type { Reading } from '../reading.js';

/** What a form says that is granted: a sum, and hours. */
interface Written {
  readonly amount?: string | undefined;
  readonly grantHours?: string | undefined;
}

/** The fields in which that is written: of what was asked for, and of nothing else. */
export function grantedFields({ context, idea }: Reading, kept: Written, { required }: { required: boolean }): Field[] {
  const { t } = context;
  const { amount, hours } = idea.money ? askedIn(idea.money) : { amount: 0, hours: 0 };
  const hint = (most: Parameters<typeof resourcesText>[1]) =>
    t('field.amount.hint', { amount: resourcesText(context, most) });
  return [
    ...(amount > 0
      ? [
          amountField(t, 'amount', t('field.amount'), {
            value: kept.amount,
            placeholder: hint({ amount, hours: 0 }),
            ...(required && { missing: 'field.amount.missing' as const }),
          }),
        ]
      : []),
    ...(hours > 0
      ? [
          amountField(t, 'grantHours', t('field.grantHours'), {
            // Beside a sum they are seldom what is less.
            value: kept.grantHours ?? (amount > 0 ? String(hours) : undefined),
            placeholder: hint({ amount: 0, hours }),
            ...(required && { missing: 'field.grantHours.missing' as const }),
          }),
        ]
      : []),
  ];
}

/** What was written: without anything all that was asked for; what cannot be read is refused like any that is no sum. */
export function grantedPress(
  { amount = '', grantHours = '' }: Written,
  { money }: Idea,
): { amount: number; hours: number } {
  const asked = money ? askedIn(money) : { amount: 0, hours: 0 };
  return {
    amount: amount.trim() ? (readAmount(amount) ?? Number.NaN) : asked.amount,
    hours: grantHours.trim() ? (readHours(grantHours) ?? Number.NaN) : asked.hours,
  };
}
