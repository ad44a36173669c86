import { picture } from '../../../press-data.js';
import { action } from '../action.js';

/** Offered beside a picture that somebody has sent (lists/picture-offer.ts). */
export const addPicture = action('addPicture', {
  inputs: { picture },
  needs: ['picture'],
  asks: (press) => ({ ownPicture: press.picture ?? '' }),
  data: (_press, { ownPicture }) => ({ picture: ownPicture }),
});
