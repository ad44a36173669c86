import { action } from '../action.js';
import { declineField } from '../panel-fields.js';

export const acceptDoing = action('acceptDoing', { offers: { acceptDoing: { forward: true } } });

export const declineDoing = action('declineDoing', {
  offers: { declineDoing: { panel: { opens: 'decline', texts: 'decline', fields: declineField } } },
});
