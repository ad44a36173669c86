import { isStillAsked } from '../../../../domain/idea/use/taking-part.js';
import { dayOf } from '../../../../domain/time.js';
import { code, day } from '../../../press-data.js';
import { ownStatus } from '../../adopting.js';
import type { Reading } from '../../reading.js';
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
      asked: isAskedNow,
      leads: isAskedNow,
      inDepartment: true,
      panel: { sends: 'button.testToo.yes', fields: adoptingFields },
    },
  },
});

/** From when the test could begin: then it stands in "Fler val". */
function isAskedNow({ idea: { waitingSince }, context: { timeZone, today } }: Reading): boolean {
  return isStillAsked(waitingSince && dayOf(waitingSince, timeZone), today);
}
