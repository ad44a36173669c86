import { code } from '../../../press-data.js';
import { action } from '../action.js';
import { namedIn, naming } from '../naming.js';

/** Who leads the work, and which goals the idea serves, is chosen on the card itself (idea-card.ts). */
export const explore = action('explore', {
  inputs: { ...naming, goals: code },
  asks: (press) => ({ colleague: namedIn(press), goals: press.goals }),
  data: (_press, { colleague, goals }) => ({ driver: colleague, ...(goals && goals.length > 0 && { goals }) }),
  offers: { explore: { forward: true } },
});
