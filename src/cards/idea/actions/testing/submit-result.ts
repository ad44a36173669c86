import { isRunning } from '../../../../domain/idea/commands/testing/test-end.js';
import { isOpenTo } from '../../../../domain/idea/decide.js';
import { oneOf } from '../../../press-data.js';
import type { Reading } from '../../reading.js';
import { action } from '../action.js';

export const submitResult = action('submitResult', {
  /** The test has ended before its last day. */
  inputs: { early: oneOf(['true']) },
  data: ({ early }) => (early === 'true' ? { early: true as const } : {}),
  offers: {
    submitResult: {
      when: (reading) => isTheirs(reading) && !isRunning(reading.idea, reading.context.today),
      forward: true,
    },
    endTest: {
      when: (reading) => isTheirs(reading) && isRunning(reading.idea, reading.context.today),
      forward: true,
      says: { early: 'true' },
      panel: {},
    },
  },
});

/** Whoever drives it and decides on it goes on with it at once. */
const isTheirs = ({ idea, reader }: Reading): boolean => !isOpenTo('scale', idea, reader.roles);
