import { z } from 'zod';
import { code, recordId } from '../press-data.js';

export const sharingActs = ['look', 'ask', 'yes', 'no', 'takeBack'] as const;

/** What the buttons send by which an idea is shared with other municipalities. */
export const sharingVerbs = {
  /** `sheet`: the mark of what was read when it was pressed. */
  shareIdea: z.object({ idea: recordId, sharingAct: z.enum(sharingActs), sheet: code }),
} as const;
