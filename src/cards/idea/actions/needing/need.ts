import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const need = action('need', {
  offers: {
    need: {
      when: ({ knowsReactions, reacted }) => knowsReactions && !reacted.need.mine,
      panel: {
        sends: 'button.need.send',
        fields: ({ context: { t } }, kept) => [wordField(t, 'need', { value: kept.need, optional: true })],
      },
    },
  },
});
