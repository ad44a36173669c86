import { addMonths, type Day } from '../time.js';

/** A month of the calendar: 2026-11. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);
const firstOf = (month: Month): Day => `${month}-01`;
export const monthsAfter = (month: Month, months: number): Month => monthOf(addMonths(firstOf(month), months));

/** As many months as a figure is about. */
const MONTHS_COUNTED = 12;

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
  const months = Array.from({ length: 2 * MONTHS_COUNTED }, (_, at) => monthsAfter(present, at - 2 * MONTHS_COUNTED));
  return { before: months.slice(0, MONTHS_COUNTED), current: months.slice(MONTHS_COUNTED) };
}

/** The day in a month by its number from 1. */
export const dayIn = (month: Month, day: number): Day => `${month}-${String(day).padStart(2, '0')}`;
