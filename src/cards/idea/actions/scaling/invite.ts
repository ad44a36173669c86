import { line } from '../../../press-data.js';
import { action } from '../action.js';
import { askedAlready, departmentsField } from '../panel-fields.js';

export const invite = action('invite', {
  inputs: { departments: line },
  asks: ({ departments = '' }) => ({ departments }),
  data: (_press, { departments }) => ({ departments }),
  offers: {
    invite: {
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
