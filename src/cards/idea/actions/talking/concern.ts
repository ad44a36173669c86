import { line } from '../../../press-data.js';
import type { Reading } from '../../reading.js';
import { action } from '../action.js';
import { departmentsField, hasOtherDepartment } from '../panel-fields.js';

const concernedAlready = ({ idea }: Reading): string[] => [idea.department, ...idea.concerns];

export const concern = action('concern', {
  inputs: { departments: line },
  asks: ({ departments = '' }) => ({ departments }),
  data: (_press, { departments }) => ({ departments }),
  offers: {
    concern: {
      when: hasOtherDepartment(concernedAlready),
      panel: {
        fields: (reading, kept) =>
          departmentsField(reading, 'field.concerns', kept.departments, {
            except: concernedAlready(reading),
            required: true,
          }),
      },
    },
  },
});
