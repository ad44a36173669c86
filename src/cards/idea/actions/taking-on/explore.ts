import { action } from '../action.js';
import { namedIn, naming } from '../naming.js';

/** Who leads the work is chosen on the card itself (idea-card.ts). */
export const explore = action('explore', {
  inputs: naming,
  asks: (press) => ({ colleague: namedIn(press) }),
  data: (_press, { colleague }) => ({ driver: colleague }),
  offers: { explore: { forward: true } },
});
