import { isTimeToStop } from '../../../../domain/idea/deciding/agreed-stop.js';
import { wordField } from '../../../fields.js';
import { action } from '../action.js';
import { agreedFacts } from './agreed.js';

export const stopAsAgreed = action('stopAsAgreed', {
  offers: {
    stopAsAgreed: {
      when: ({ idea, context }) => isTimeToStop(idea, context.today),
      forward: true,
      panel: {
        quotes: agreedFacts,
        fields: ({ context: { t }, idea }, kept) => [
          wordField(t, 'tried', { value: kept.tried ?? idea.answers.activity, required: 'field.tried.missing' }),
          wordField(t, 'lesson', { value: kept.lesson ?? idea.answers.learned, required: 'field.lesson.missing' }),
          wordField(t, 'tryAgain', { value: kept.tryAgain, optional: true }),
        ],
      },
    },
  },
});
