import { z } from 'zod';
import { recordId } from '../press-data.js';

/** What the buttons send by which something is told outside of the product. */
export const tellingVerbs = {
  /** "Så blev det", of an idea that is used or has ended. */
  howItBecame: z.object({ idea: recordId }),
  /** "Mitt bidrag": what somebody has had a part in, for themself. */
  myContribution: z.object({}),
} as const;
