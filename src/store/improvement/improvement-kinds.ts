import { z } from 'zod';
import { day } from '../idea/state/idea-state.js';
import { rowKind } from '../row-kinds.js';

/** How the rows are read by which it is counted whether a problem has got better. */
const count = z.number().default(0);

/** All four in one row: when it was written last says nothing of which of them it was. */
export const improvementKind = rowKind('improvement', {
  ...{ much: count, some: count, no: count, unsure: count },
  /** The last day for answers of the idea that is counted; absent of rows from before that was kept. */
  until: day.exactOptional(),
});
