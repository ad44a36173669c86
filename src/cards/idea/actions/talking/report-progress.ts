import { wordField } from '../../../fields.js';
import { action } from '../action.js';

export const reportProgress = action('reportProgress', {
  offers: {
    reportProgress: {
      // A task is mostly done in one go: its doer and an owner are offered it when they are asked or late.
      when: ({ idea, reader }) => reader.roles.has('driver') || idea.quiet?.asked === true || idea.reminded,
      forward: true,
      panel: {
        opens: 'progress',
        texts: 'progress',
        sends: 'button.sendProgress',
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'progress', { value: kept.progress, required: 'field.progress.missing' }),
        ],
      },
    },
  },
});
