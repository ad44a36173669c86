import { readAmount } from '../../../../domain/amount.js';
import { amountField } from '../../../fields.js';
import { line } from '../../../press-data.js';
import { amountText } from '../../parts/answers.js';
import { action } from '../action.js';
import { diaryField, reasonField } from '../panel-fields.js';

export const grant = action('grant', {
  inputs: { amount: line },
  asks: () => ({ delegation: true as const }),
  data: (press, { idea, delegation }) => ({
    // Without a sum all of it; one that cannot be read is refused like any that is no amount.
    amount: press.amount?.trim() ? (readAmount(press.amount) ?? Number.NaN) : (idea.money?.asked ?? 0),
    ...(delegation && { delegation }),
  }),
  offers: {
    /** All of it; the number of the decision is asked for on the card itself (idea-card.ts). */
    grant: { forward: true },
    grantPart: {
      panel: {
        opens: 'grant',
        texts: 'grant',
        fields: (reading, kept) => [
          amountField(reading.context.t, 'amount', reading.context.t('field.amount'), {
            value: kept.amount,
            placeholder: reading.context.t('field.amount.hint', {
              amount: amountText(reading.context, reading.idea.money?.asked ?? 0),
            }),
            missing: 'field.amount.missing',
          }),
          reasonField(reading, 'panel.grant.reason', kept),
          diaryField(reading, kept),
        ],
      },
    },
  },
});
