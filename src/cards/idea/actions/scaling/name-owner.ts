import { action } from '../action.js';
import { namedIn, naming, personFields } from '../naming.js';

export const nameOwner = action('nameOwner', {
  inputs: naming,
  asks: (press) => ({ colleague: namedIn(press) }),
  data: (_press, { colleague }) => ({ owner: colleague }),
  offers: {
    nameOwner: {
      forward: true,
      panel: { fields: (reading, kept, { colleagues }) => personFields(reading, 'field.owner', kept, colleagues) },
    },
  },
});
