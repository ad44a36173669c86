import { hasPicturesAway, isTakenAway } from '../../../../domain/idea/reading/visibility.js';
import { oneOf, partName } from '../../../press-data.js';
import { action } from '../action.js';

export const readHidden = action('readHidden', {
  /** Where the hidden words are to be read. */
  inputs: { open: oneOf(['part', 'history', 'why']), part: partName },
  offers: {
    readHidden: {
      // What is out of sight in the history is read there.
      when: ({ idea, reader }) => !reader.disclosed && (isTakenAway(idea) || hasPicturesAway(idea)),
    },
  },
});
