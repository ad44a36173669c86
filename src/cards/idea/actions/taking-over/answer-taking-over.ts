import { action } from '../action.js';
import { declineField } from '../panel-fields.js';

export const acceptTakingOver = action('acceptTakingOver', {
  offers: { acceptTakingOver: { forward: true, asked: () => true } },
});

export const declineTakingOver = action('declineTakingOver', {
  offers: { declineTakingOver: { panel: { fields: declineField } } },
});
