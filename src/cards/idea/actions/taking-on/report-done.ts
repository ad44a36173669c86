import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const reportDone = action('reportDone', {
  offers: {
    reportDone: {
      forward: true,
      title: ({ kit, idea }) => kit.say(`button.done.${idea.stage === 'doing' ? 'doing' : 'exploring'}`),
      panel: {
        opens: 'done',
        texts: 'done',
        fields: ({ kit: { say } }, kept) => [
          wordField(say, 'done', { value: kept.done, required: 'field.done.missing', lines: 'one' }),
        ],
      },
    },
  },
});
