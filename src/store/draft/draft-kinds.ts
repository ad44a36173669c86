import { z } from 'zod';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

/** What somebody has written and not sent in. Whose it is, and what sends it, stands in the key. */
export const draftKind = rowKind('draft', {
  body: json(
    z.looseObject({
      words: z.record(z.string(), z.string()),
      confidential: z.boolean().default(false),
      department: maybe(),
      picture: maybe(),
      challenge: maybe(),
      at: z.string(),
      until: z.string(),
      by: maybe(),
      told: flag(),
      answered: flag(),
      of: maybe(),
      unmet: z.looseObject({ tenant: z.string(), objectId: z.string() }).exactOptional(),
    }),
  ),
});

/** When something is to be done about one, and which, is its key. */
export const draftDueKind = rowKind('draftDue', {});
