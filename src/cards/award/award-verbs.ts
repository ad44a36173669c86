import { z } from 'zod';
import { code, idempotencyKey, page, recordId, toggle, words } from '../press-data.js';

/** What the buttons send by which ideas are nominated for the municipality's award. */
export const awardVerbs = {
  nominate: z.object({ idea: recordId, idempotencyKey, class: code, why: words }),
  /** `nomination`: by the key of the press that made it. */
  answerNomination: z.object({ idea: recordId, nomination: idempotencyKey, yes: toggle }),
  /** What has been nominated in a year, this or the last; `file`: with the award's form filled in. */
  nominations: z.object({ file: toggle, year: code, page }),
} as const;
