import { action } from '../action.js';
import { namedIn, naming, personFields } from '../naming.js';

export const nameSuccessor = action('nameSuccessor', {
  inputs: naming,
  asks: (press) => ({ colleague: namedIn(press) }),
  data: (_press, { colleague }) => ({ person: colleague }),
  offers: {
    nameSuccessor: {
      panel: { fields: (reading, kept, { colleagues }) => personFields(reading, 'field.successor', kept, colleagues) },
    },
  },
});
