import { action } from '../idea/actions/action.js';
import { obstacleFields, obstacleIn, obstacleInputs } from './obstacle-fields.js';

/** "Vad hindrar?": what keeps an idea from going on, in one line. Then those that resemble it stand there, for it may be one of them. */
export const hinder = action('hinder', {
  inputs: obstacleInputs,
  leaves: () => 'obstacle',
  asks: (press, operation) => ({ obstacle: obstacleIn(press, operation) }),
  data: (_press, { obstacle }) => obstacle,
  offers: {
    hinder: { panel: { sends: 'button.save', fields: ({ context }, kept) => obstacleFields(context, kept) } },
  },
});
