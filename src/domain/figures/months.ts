import { addMonths, type Day } from '../time.js';

/** A month of the calendar: 2026-11. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);
const firstOf = (month: Month): Day => `${month}-01`;
export const monthsAfter = (month: Month, months: number): Month => monthOf(addMonths(firstOf(month), months));

/** How many months from one to another. */
export const monthsFrom = (first: Month, last: Month): number =>
  12 * (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) + Number(last.slice(5)) - Number(first.slice(5));

/** As many months as a figure is about, at most. */
export const MOST_MONTHS = 12;

/** Months in order, all of them whole; the second period ends where the first begins. */
export interface Periods {
  current: readonly Month[];
  before: readonly Month[];
}

/**
 * The last twelve whole months, and the twelve before them. Whole ones, so that a figure is the same whenever in a month
 * somebody looks, and no answer counts as late before its day has passed.
 */
export function periodsOn(today: Day): Periods {
  const present = monthOf(today);
  const months = Array.from({ length: 2 * MOST_MONTHS }, (_, at) => monthsAfter(present, at - 2 * MOST_MONTHS));
  return { before: months.slice(0, MOST_MONTHS), current: months.slice(MOST_MONTHS) };
}

/** The day in a month by its number from 1. */
export const dayIn = (month: Month, day: number): Day => `${month}-${String(day).padStart(2, '0')}`;
