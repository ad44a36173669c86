import { code } from '../../../press-data.js';
import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

/** For those who speak for a department that takes part. */
export const leavePart = action('leavePart', {
  inputs: { department: code },
  data: ({ department = '' }) => ({ department }),
  offers: {
    leavePart: {
      when: ({ takesPartFor }) => takesPartFor !== undefined,
      inDepartment: 'leavingPart',
      panel: { fields: (reading, kept) => [reasonField(reading, 'panel.leavePart.reason', kept)] },
    },
  },
});
