import { action } from '../action.js';
import { hideField, hiding } from '../panel-fields.js';

export const withdraw = action('withdraw', {
  inputs: hiding,
  data: ({ hide }) => (hide === 'true' ? { hide: true as const } : {}),
  offers: {
    withdraw: { panel: { fields: (reading, kept) => [hideField(reading, 'panel.withdraw.hide', kept)] } },
  },
});
