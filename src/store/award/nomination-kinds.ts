import { z } from 'zod';
import { nominatorPosts } from '../../domain/award/nomination.js';
import { flag, rowKind } from '../row-kinds.js';

/** How the rows of nominations are read. */
export const nominationKind = rowKind('nomination', {
  ...{ by: z.string(), asked: z.string(), class: z.string(), why: z.string(), on: z.string(), until: z.string() },
  ...{ yes: flag(), no: flag(), as: z.enum(nominatorPosts).exactOptional() },
});

/** `todo`: what is to be done with it at the next look; `wait`: nothing, of one from before those that wait had rows by the day. */
export const nominationDueKind = rowKind('nominationDue', { todo: z.enum(['ask', 'wait', 'tell']) });

/** Which idea has one of somebody's places. */
export const nominatingKind = rowKind('nominating', { idea: z.string(), name: z.string() });
