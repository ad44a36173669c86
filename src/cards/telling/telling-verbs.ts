import { z } from 'zod';
import { code, recordId, toggle } from '../press-data.js';

/** What the buttons send by which something is told outside of the product. */
export const tellingVerbs = {
  /** "Så blev det", of an idea that is used or has ended; `file`: as a page that can be printed. */
  howItBecame: z.object({ idea: recordId, file: toggle }),
  /** "Årets lärdomar" of this year or the last, as a file. */
  lessonsOfYear: z.object({ year: code }),
  /** "Mitt bidrag": what somebody has had a part in, for themself; `after`: what comes after an idea. */
  myContribution: z.object({ after: recordId.optional().catch(undefined) }),
} as const;
