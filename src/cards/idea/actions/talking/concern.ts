import { line } from '../../../press-data.js';
import { action } from '../action.js';
import { departmentsField } from '../panel-fields.js';

export const concern = action('concern', {
  inputs: { departments: line },
  asks: ({ departments = '' }) => ({ departments }),
  data: (_press, { departments }) => ({ departments }),
  offers: {
    concern: {
      panel: {
        fields: (reading, kept) =>
          departmentsField(reading, 'field.concerns', kept.departments, {
            except: [reading.idea.department, ...reading.idea.concerns],
            required: true,
          }),
      },
    },
  },
});
