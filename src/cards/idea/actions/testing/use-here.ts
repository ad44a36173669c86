import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const useHere = action('useHere', {
  offers: {
    useHere: {
      forward: true,
      panel: {
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'done', { label: 'panel.useHere.done', value: kept.done, optional: true }),
        ],
      },
    },
  },
});
