import { code } from '../../../press-data.js';
import { isInvited } from '../../adopting.js';
import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const notNow = action('notNow', {
  inputs: { department: code },
  data: ({ department = '' }) => ({ department }),
  offers: {
    notNow: {
      when: isInvited,
      inDepartment: true,
      panel: {
        fields: (reading, kept) => [reasonField(reading, 'panel.notNow.reason', kept, 'field.reason.missing')],
      },
    },
  },
});
