import { line } from '../../../press-data.js';
import { action } from '../action.js';
import { namedIn, naming, personFields, withSuccessor } from '../naming.js';
import { askedAlready, departmentsField, hasOtherDepartment, itsDepartment } from '../panel-fields.js';

export const scale = action('scale', {
  inputs: { ...naming, departments: line },
  asks: (press) => ({ colleague: namedIn(press), departments: press.departments ?? '' }),
  data: (_press, { colleague, departments }) => ({ owner: colleague, departments }),
  offers: {
    scale: {
      when: hasOtherDepartment(itsDepartment),
      forward: true,
      panel: {
        fields: (reading, kept, { colleagues }) => [
          ...personFields(reading, 'field.owner', withSuccessor(kept, colleagues), colleagues),
          // After another test the same departments take it in: they are asked already.
          ...departmentsField(reading, 'field.departments', kept.departments, {
            except: askedAlready(reading),
            required: Object.keys(reading.idea.adoptions).length === 0,
          }),
        ],
      },
    },
  },
});
