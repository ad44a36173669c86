import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const spread = action('spread', {
  offers: {
    spread: {
      forward: true,
      panel: {
        fields: ({ kit: { say } }, kept) => [
          wordField(say, 'done', { label: 'panel.spread.done', value: kept.done, optional: true }),
        ],
      },
    },
  },
});
