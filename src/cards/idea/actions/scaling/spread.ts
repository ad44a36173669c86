import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const spread = action('spread', {
  offers: {
    spread: {
      forward: true,
      panel: {
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'done', { label: 'panel.spread.done', value: kept.done, optional: true }),
        ],
      },
    },
  },
});
