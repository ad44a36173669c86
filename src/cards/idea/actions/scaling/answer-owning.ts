import { action } from '../action.js';
import { declineField } from '../panel-fields.js';

export const acceptOwning = action('acceptOwning', { offers: { acceptOwning: { forward: true } } });

export const declineOwning = action('declineOwning', {
  offers: { declineOwning: { panel: { opens: 'decline', fields: declineField } } },
});
