import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const reportDone = action('reportDone', {
  offers: {
    reportDone: {
      forward: true,
      title: ({ context, idea }) => context.t(`button.done.${idea.stage === 'doing' ? 'doing' : 'exploring'}`),
      panel: {
        opens: 'done',
        texts: 'done',
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'done', { value: kept.done, required: 'field.done.missing', lines: 'one' }),
        ],
      },
    },
  },
});
