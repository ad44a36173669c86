import { line } from '../../../press-data.js';
import { action } from '../action.js';
import { askedAlready, departmentsField, hasOtherDepartment } from '../panel-fields.js';

export const invite = action('invite', {
  inputs: { departments: line },
  asks: ({ departments = '' }) => ({ departments }),
  data: (_press, { departments }) => ({ departments }),
  offers: {
    invite: {
      when: hasOtherDepartment(askedAlready),
      panel: {
        fields: (reading, kept) =>
          departmentsField(reading, 'field.departments', kept.departments, {
            except: askedAlready(reading),
            required: true,
          }),
      },
    },
  },
});
