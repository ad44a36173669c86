import { action } from '../action.js';
import { declineField } from '../panel-fields.js';

export const acceptDriving = action('acceptDriving', { offers: { acceptDriving: { forward: true } } });

export const declineDriving = action('declineDriving', {
  offers: { declineDriving: { panel: { opens: 'decline', fields: declineField } } },
});
