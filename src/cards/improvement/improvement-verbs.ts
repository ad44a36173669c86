import { z } from 'zod';
import { improvements } from '../../domain/improvement/improvement.js';
import { oneOf, recordId } from '../press-data.js';

/** What the buttons send by which those are told and asked who had the problem that an idea solves. */
export const improvementVerbs = {
  /** "Har det blivit bättre?", answered; what is none of the answers asks again. */
  sayImprovement: z.object({ idea: recordId, improvement: oneOf(improvements) }),
  /** What can be sent to those who had it, as a text to copy. */
  textToTellBack: z.object({ idea: recordId }),
} as const;
