import { oneOf } from '../../../press-data.js';
import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const answerCheck = action('answerCheck', {
  inputs: { inOrder: oneOf(['true', 'false']) },
  needs: ['inOrder'],
  data: ({ inOrder }) => ({ inOrder: inOrder === 'true' }),
  offers: {
    checkDone: { says: { inOrder: 'true' }, forward: true, asked: () => true },
    checkNotYet: {
      says: { inOrder: 'false' },
      panel: {
        fields: (reading, kept) => [reasonField(reading, 'panel.checkNotYet.reason', kept, 'field.reason.missing')],
      },
    },
  },
});
