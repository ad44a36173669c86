import { wordField } from '../../../fields.js';
import { oneOf } from '../../../press-data.js';
import { action } from '../action.js';

export const thank = action('thank', {
  /** Given in its form, on the idea's card; a week's card goes on showing the week. */
  inputs: { inForm: oneOf(['true']) },
  offers: {
    thank: {
      when: ({ reacted }) => !reacted.thank.mine,
      panel: {
        says: { inForm: 'true' },
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'thanks', { value: kept.thanks, optional: true, lines: 'one' }),
        ],
      },
    },
  },
});
