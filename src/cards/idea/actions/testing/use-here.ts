import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const useHere = action('useHere', {
  offers: {
    useHere: {
      forward: true,
      panel: {
        fields: ({ kit: { say } }, kept) => [
          wordField(say, 'done', { label: 'panel.useHere.done', value: kept.done, optional: true }),
        ],
      },
    },
  },
});
