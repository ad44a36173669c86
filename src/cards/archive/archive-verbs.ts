import { z } from 'zod';
import { recordCopies } from '../../app/archive/record-of-idea.js';
import { code, day, idempotencyKey, line, oneOf, page, recordId, toggle } from '../press-data.js';

/** As what a record is given: a page to read and print, or a file for programs. */
export const recordFormats = ['page', 'data'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** What the buttons of records send. */
export const archiveVerbs = {
  /** The record of an idea as a file. That somebody reads what is hidden in it, the record itself says. A diary number that stands typed beside the button is saved. */
  record: z.object({
    ...{ idea: recordId, copy: oneOf(recordCopies), format: oneOf(recordFormats), idempotencyKey },
    diary: line,
  }),
  /** "Delegationsbeslut": the decisions on money of a period, `2026-11` or `2026`, by board, or those of one by the code of its first department; `file`: to print. */
  delegated: z.object({ period: code, board: code, page, file: toggle }),
  /** What a day has brought that is to be registered; `below`: as a message of its own. */
  toRegister: z.object({ day, page, below: toggle }),
} as const;
