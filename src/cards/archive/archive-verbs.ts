import { z } from 'zod';
import { recordCopies } from '../../app/archive/record-of-idea.js';
import { idempotencyKey, line, oneOf, recordId } from '../press-data.js';

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
} as const;
