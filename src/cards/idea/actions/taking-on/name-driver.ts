import { action } from '../action.js';
import { namedIn, naming, personFields } from '../naming.js';

export const nameDriver = action('nameDriver', {
  inputs: naming,
  asks: (press) => ({ driver: namedIn(press) }),
  data: (_press, { driver }) => driver,
  offers: {
    nameDriver: {
      forward: true,
      panel: { fields: (reading, kept, { colleagues }) => personFields(reading, 'field.driver', kept, colleagues) },
    },
  },
});
