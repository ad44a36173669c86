import { type Month, monthOf, monthsAfter } from '../figures/months.js';
import { addDays, addMonths, type Day, mondayOf, type Week, weekOf } from '../time.js';

/** What a digest tells of, by its name: a week, 2026-W47, or a month of the calendar, 2026-11. */
export type Period = Week | Month;

export const isMonth = (period: Period): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(period);

/** Its first day and its last; undefined of what is no period. */
export function daysOf(period: Period): { first: Day; last: Day } | undefined {
  if (isMonth(period)) {
    const first = `${period}-01`;
    return { first, last: addDays(addMonths(first, 1), -1) };
  }
  const monday = mondayOf(period);
  return monday === undefined ? undefined : { first: monday, last: addDays(monday, 6) };
}

/** The weeks in which its days are: six at most. */
export function weeksOf(period: Period): Week[] {
  const days = daysOf(period);
  const weeks: Week[] = [];
  for (let day = days?.first; days && day && day <= days.last; day = addDays(mondayOf(weekOf(day)) ?? day, 7)) {
    weeks.push(weekOf(day));
  }
  return weeks;
}

/** The latest month that is over when a week is told of, which is in the week after it. */
export const monthToldWith = (week: Week): Month => monthsAfter(monthOf(mondayAfter(week)), -1);

/** The weeks before this one with which the same month might have been told. */
export function sameMonthBefore(week: Week): Week[] {
  const month = monthOf(mondayAfter(week));
  const weeks: Week[] = [];
  for (let day = addDays(mondayAfter(week), -7); monthOf(day) === month; day = addDays(day, -7)) {
    weeks.push(weekOf(addDays(day, -7)));
  }
  return weeks;
}

const mondayAfter = (week: Week): Day => addDays(mondayOf(week) ?? '', 7);
