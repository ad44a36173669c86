import { z } from 'zod';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

const sums = z.record(
  z.string(),
  z.object({ known: z.number(), sum: z.number(), squares: z.number(), unknown: z.number() }),
);
const shown = z.object({ answers: z.number(), sums });

/** How the rows of what is asked once a year are read. */
export const roundKind = rowKind('capabilityRound', {
  ...{ from: z.string(), until: z.string(), salt: z.string().default('') },
  ...{ large: json(z.array(z.string())).default([]), closed: flag() },
});

/** `marks`: of those who are done, with blanks between; `waiting`: what they have said who wait to be added, sealed. */
export const departmentKind = rowKind(
  'capability',
  {
    ...{ answers: z.number().default(0), sums: json(sums).default({}) },
    ...{ marks: z.string().default(''), promise: maybe() },
    waiting: json(z.array(z.object({ mark: z.string(), key: z.string(), sealed: z.string() }))).default([]),
  },
  { long: ['marks'], joined: true },
);

/** `departments`: what may be shown of each, until their own rows say it. */
export const wholeKind = rowKind(
  'capabilityWhole',
  { whole: json(shown).exactOptional(), departments: json(z.record(z.string(), shown)).exactOptional() },
  { long: ['departments'], joined: true },
);

export const tellKind = rowKind('capabilityTell', { promise: z.string() });
