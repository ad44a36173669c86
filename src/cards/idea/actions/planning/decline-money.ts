import { action } from '../action.js';
import { diaryField, reasonField } from '../panel-fields.js';

export const declineMoney = action('declineMoney', {
  asks: () => ({ delegation: true as const }),
  data: (_press, { delegation }) => (delegation ? { delegation } : {}),
  offers: {
    declineMoney: {
      panel: {
        fields: (reading, kept) => [
          reasonField(reading, 'panel.declineMoney.reason', kept, 'field.reason.missing'),
          diaryField(reading, kept),
        ],
      },
    },
  },
});
