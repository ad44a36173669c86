import { takesPart } from '../../../../domain/idea/use/adoption.js';
import { code } from '../../../press-data.js';
import { goesOnHere, ownStatus } from '../../adopting.js';
import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const stopUsing = action('stopUsing', {
  inputs: { department: code },
  data: ({ department = '' }) => ({ department }),
  offers: {
    stopUsing: {
      when: (reading) => takesPart(ownStatus(reading)) && goesOnHere(reading),
      inDepartment: true,
      panel: { fields: (reading, kept) => [reasonField(reading, 'panel.stopUsing.reason', kept)] },
    },
  },
});
