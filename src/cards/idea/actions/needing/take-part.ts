import { isStillAsked } from '../../../../domain/idea/use/taking-part.js';
import { dayOf } from '../../../../domain/time.js';
import { wordField } from '../../../fields.js';
import { code } from '../../../press-data.js';
import type { Reading } from '../../reading.js';
import { action } from '../action.js';

/** Asked of those who speak for a department, once they have said that they have the problem. */
export const takePart = action('takePart', {
  inputs: { department: code },
  data: ({ department = '' }) => ({ department }),
  offers: {
    takePart: {
      when: ({ mayTakePart, reacted }) => mayTakePart !== undefined && reacted.need.mine,
      forward: true,
      asked: isAskedNow,
      leads: isAskedNow,
      inDepartment: 'takingPart',
      panel: {
        sends: 'button.takePart.yes',
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'contact', {
            label: 'field.takePart.contact',
            value: kept.contact,
            optional: true,
            lines: 'one',
            placeholder: 'field.contact.hint',
          }),
        ],
      },
    },
  },
});

/** No card asks it for ever of somebody who does not want to: in time it stands in "Fler val". */
function isAskedNow({ needSince, context: { timeZone, today } }: Reading): boolean {
  return isStillAsked(needSince && dayOf(needSince, timeZone), today);
}
