import { z } from 'zod';
import { helpAreas, helpNews, helpStates } from '../../domain/helping/help.js';
import { helpHours } from '../../domain/helping/helper.js';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

/** How the rows of questions for help, and of those who can help, are read. */
const names = json(z.array(z.string()));
/** What only a newer version knows of is left out. */
const known = <const T extends string>(all: readonly T[]) =>
  json(z.array(z.string())).transform((found) => all.filter((one) => found.includes(one)));

export const helpKind = rowKind('help', {
  ...{ by: z.string(), area: z.enum(helpAreas), line: z.string(), on: z.string(), state: z.enum(helpStates) },
  ...{ place: z.number(), asked: names, desk: names, no: names, helper: maybe() },
  ...{ until: z.string(), due: z.string(), tell: known(helpNews), thanks: maybe() },
  ...{ week: maybe(), department: maybe(), unit: maybe(), lists: names },
});

export const helperKind = rowKind('helper', {
  ...{ areas: known(helpAreas), hours: z.enum(helpHours), tellsManager: flag() },
  ...{ asked: z.number(), declines: z.number(), month: z.string(), helped: z.number() },
  ...{ pending: names, open: names, restUntil: maybe(), lists: names },
});

/** What somebody has had with a question for help; `line`: of whoever wrote it. */
export const helpHeldKind = rowKind('helpOf', {
  on: z.string(),
  as: z.enum(['asks', 'asked', 'helps']),
  line: maybe(),
});

/** Of whom a manager reads that they have helped, and how. */
export const helpThankedKind = rowKind('helpThanked', { helper: z.string(), unit: maybe(), thanks: z.string() });
