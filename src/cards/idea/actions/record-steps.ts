import { type Button, button } from '../../verbs.js';
import type { Reading } from '../reading.js';

/** Which copies of the record the reader may have: who may read what is hidden has the whole of it. */
const copiesFor = ({ reader }: Reading) =>
  reader.roles.has('decider') || reader.roles.has('registrar') ? (['whole', 'masked'] as const) : (['masked'] as const);

/** The buttons that give the record of an idea as a file, a copy each. */
export const recordSteps = (reading: Reading): Button[] =>
  copiesFor(reading).map((copy) =>
    button(reading.context.t(`button.record.${copy}`), 'record', {
      ...{ idea: reading.idea.id, copy },
      idempotencyKey: reading.context.mintIdempotencyKey(),
    }),
  );
