import { action } from '../idea/actions/action.js';
import { ownStatus } from '../idea/adopting.js';
import { code } from '../press-data.js';
import { obstacleFields, obstacleIn, obstacleInputs } from './obstacle-fields.js';

/** "Vad hindrar?", of the reader's own department, which has answered “Inte nu”. */
export const hinderThere = action('hinderThere', {
  inputs: { ...obstacleInputs, department: code },
  leaves: () => 'obstacle',
  asks: (press, operation) => ({ obstacle: obstacleIn(press, operation) }),
  data: ({ department = '' }, { obstacle }) => ({ department, ...obstacle }),
  offers: {
    hinderThere: {
      when: (reading) => ownStatus(reading) === 'notNow',
      inDepartment: true,
      panel: {
        sends: 'button.save',
        fields: ({ context }, kept) => obstacleFields(context, kept),
      },
    },
  },
});
