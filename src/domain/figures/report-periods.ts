import type { Day } from '../time.js';
import { type YearPart, yearPartNames, yearParts } from '../year-parts.js';
import { type Month, monthOf, monthsAfter, type Periods } from './months.js';

export interface ReportPeriod {
  year: number;
  part: YearPart;
}

/** As a press names it: 2026-T1, 2026-year. */
export const periodName = ({ year, part }: ReportPeriod): string => `${year}-${part}`;

/** How a press names what is no period that is over: the plan of next year. */
export const PLAN = 'plan';

/** Those that are over and that somebody may have to write about, the newest first. */
export function periodsOver(today: Day): ReportPeriod[] {
  const present = Number(today.slice(0, 4));
  const all = [present - 1, present].flatMap((year) => yearPartNames.map((part) => ({ year, part })));
  const isOver = ({ year, part }: ReportPeriod) => monthsAfter(`${year}-01`, yearParts[part]) <= monthOf(today);
  return all.filter(isOver).toReversed();
}

/** Its months from the year's first on, in order. */
export const monthsIn = ({ year, part }: ReportPeriod): Month[] =>
  Array.from({ length: yearParts[part] }, (_, at) => monthsAfter(`${year}-01`, at));

/** The same months of the year before beside them. */
export const besideYearBefore = (period: ReportPeriod): Periods => ({
  current: monthsIn(period),
  before: monthsIn({ ...period, year: period.year - 1 }),
});
