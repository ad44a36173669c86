import { code, day } from '../../../press-data.js';
import { ownStatus } from '../../adopting.js';
import { action } from '../action.js';
import { adoptingFields } from '../scaling/adopt.js';

/** Asked of those who lead a department that takes part, while the idea is tested. */
export const testToo = action('testToo', {
  inputs: { department: code, start: day },
  data: ({ department = '', start }, { today }) => ({ department, start: start?.trim() || today }),
  offers: {
    testToo: {
      when: (reading) =>
        reading.idea.takingPart?.[reading.asDepartment ?? ''] !== undefined && ownStatus(reading) === undefined,
      forward: true,
      asked: () => true,
      inDepartment: true,
      panel: { sends: 'button.testToo.yes', fields: adoptingFields },
    },
  },
});
