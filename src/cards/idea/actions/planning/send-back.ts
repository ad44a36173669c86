import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const sendBack = action('sendBack', {
  offers: {
    sendBack: {
      when: ({ idea, reader }) => idea.driver?.person !== reader.ref,
      forward: true,
      panel: {
        fields: (reading, kept) => [reasonField(reading, 'panel.sendBack.reason', kept, 'field.reason.missing')],
      },
    },
  },
});
