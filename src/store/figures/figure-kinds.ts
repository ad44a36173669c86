import { z } from 'zod';
import type { FigureMark } from '../../domain/figures/mark.js';
import { type Measure, measureNames } from '../../domain/figures/measures.js';
import type { Sums } from '../../domain/figures/sums.js';
import { type FigureTally, NO_CASES } from '../../domain/figures/tally.js';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

const counts = z.record(z.string(), z.number());
const tally = z.object({
  cases: z.number().default(0),
  hits: z.number().default(0),
  sum: z.number().default(0),
  days: counts.default({}),
  people: counts.default({}),
  units: counts.default({}),
});

/** A department's month. */
export const sumKind = rowKind(
  'sum',
  { department: z.string(), sums: json(z.record(z.string(), tally)) },
  { long: ['sums'], joined: true },
);

const mark = z.object({
  measure: z.enum(measureNames as [Measure, ...Measure[]]),
  part: maybe(),
  of: maybe(),
  department: z.string(),
  month: z.string(),
  hit: flag(),
  days: z.number().exactOptional(),
  sum: z.number().exactOptional(),
  unit: maybe(),
  by: maybe(),
});

/** What an idea counts for. */
export const countedKind = rowKind('counted', { marks: json(z.array(mark)) }, { long: ['marks'], joined: true });

/** An idea behind a figure. */
export const caseKind = rowKind('case', { id: z.string(), hit: flag() });

/** A tally without what is nothing in it. */
const short = (one: FigureTally): Partial<FigureTally> =>
  Object.fromEntries(
    Object.entries(one).filter(([key, value]) => {
      const nothing = NO_CASES[key as keyof FigureTally];
      return typeof nothing === 'number' ? value !== 0 : Object.keys(value as object).length > 0;
    }),
  );

export const sumsText = (sums: Sums): string =>
  JSON.stringify(Object.fromEntries(Object.entries(sums).map(([name, one]) => [name, short(one)])));
export const marksText = (marks: readonly FigureMark[]): string => JSON.stringify(marks);
