import { z } from 'zod';
import { flag, rowKind } from '../row-kinds.js';

/** How the rows of nominations are read. */
export const nominationKind = rowKind('nomination', {
  ...{ by: z.string(), asked: z.string(), class: z.string(), why: z.string(), on: z.string(), until: z.string() },
  yes: flag(),
});

/** `todo`: what is to be done with it at the next look; `wait`: nothing before it ends. */
export const nominationDueKind = rowKind('nominationDue', { todo: z.enum(['ask', 'wait', 'tell']) });

/** Which idea has one of somebody's places. */
export const nominatingKind = rowKind('nominating', { idea: z.string(), name: z.string() });
