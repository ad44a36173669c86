import { wordField } from '../../../fields.js';
import { openQuestion } from '../../parts/idea-ending.js';
import { action } from '../action.js';

export const answer = action('answer', {
  offers: {
    answer: {
      forward: true,
      panel: {
        sends: 'button.sendAnswer',
        quotes: openQuestion,
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'answer', { value: kept.answer, required: 'field.answer.missing' }),
        ],
      },
    },
  },
});
