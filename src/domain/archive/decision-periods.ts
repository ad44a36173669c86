import { addMonths, type Day } from '../time.js';

/** A month or a year in which decisions are listed: `2026-11`, `2026`. */
export interface DecisionPeriod {
  name: string;
  from: Day;
  to: Day;
}

/** Days of one sort as texts do, so that the last of the longest month ends every month. */
const periodOf = (name: string): DecisionPeriod => ({
  name,
  from: name.length === 4 ? `${name}-01-01` : `${name}-01`,
  to: name.length === 4 ? `${name}-12-31` : `${name}-31`,
});

/** The periods that can be chosen on a day: this month and the one before, this year and the one before. */
export function decisionPeriods(today: Day): DecisionPeriod[] {
  const year = today.slice(0, 4);
  const names = [today.slice(0, 7), addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7), year];
  return [...names, String(Number(year) - 1)].map(periodOf);
}

/** One of them, or any earlier month or year; undefined of what is none, or has not begun. */
export const decisionPeriod = (name: string | undefined, today: Day): DecisionPeriod | undefined =>
  name !== undefined && /^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(name) && name <= today ? periodOf(name) : undefined;
