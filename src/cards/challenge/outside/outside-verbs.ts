import { z } from 'zod';
import { eventNumber, page, recordId, toggle } from '../../press-data.js';

/** What the buttons send by which a challenge speaks with organisations outside. */
export const outsideVerbs = {
  /** What can be published, as a text to copy; `reply`: what is sent to those who have answered, at the end. */
  challengeText: z.object({ challenge: recordId, reply: toggle }),
  /** What has come in from outside, a page at a time; `answer`: one of them, to be corrected. */
  challengeOutside: z.object({ challenge: recordId, page, answer: eventNumber }),
} as const;
