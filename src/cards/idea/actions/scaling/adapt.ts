import { wordField } from '../../../fields.js';
import { code } from '../../../press-data.js';
import { ownAdoption, saysHowItGoes } from '../../adopting.js';
import { action } from '../action.js';

/** "Det här ändrar vi hos oss", for the reader's own department. */
export const adapt = action('adapt', {
  inputs: { department: code },
  data: ({ department = '' }) => ({ department }),
  offers: {
    adapt: {
      when: saysHowItGoes,
      inDepartment: true,
      panel: {
        sends: 'button.save',
        fields: (reading, kept) => [
          wordField(reading.context.t, 'ownWay', {
            value: kept.ownWay ?? ownAdoption(reading)?.ownWay,
            required: 'field.ownWay.missing',
          }),
        ],
      },
    },
  },
});
