import { z } from 'zod';
import { recordId } from '../../press-data.js';

/** What the buttons send by which a challenge speaks with organisations outside. */
export const outsideVerbs = {
  /** What can be published, as a text to copy. */
  challengeText: z.object({ challenge: recordId }),
} as const;
