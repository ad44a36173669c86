import { addDays, type Day, dayOfWeek } from '../../time.js';
import type { ClosedTimes } from './calendar-schema.js';
import publicHolidays from './public-holidays.json';

/**
 * On which days the municipality is at work. What the bot counts out by itself (answer dates, reminders, escalations,
 * collected cards) falls on an open day; a date that a person has chosen stands as it was chosen.
 */
export interface Calendar {
  isClosed(day: Day): boolean;
  /** The same but for weekends: for what the organisation file itself puts on one. */
  isDayOff(day: Day): boolean;
}

/** The first of the week's last two days. */
export const SATURDAY = 6;
const isWeekend = (day: Day): boolean => dayOfWeek(day) >= SATURDAY;

/** Sweden's public holidays with Midsummer's, Christmas and New Year's Eve, as date-holidays has them (dev/generators/public-holidays.ts). */
const holidays: ReadonlySet<Day> = new Set(publicHolidays);

/** Weekends, public holidays, and what the organisation file names. Each look costs the same, however far away the day is. */
export function createCalendar({ quietPeriods, closedDays }: ClosedTimes): Calendar {
  const isQuiet = (day: Day): boolean => {
    const date = day.slice(5);
    // A period may go over New Year.
    return quietPeriods.some(({ from, to }) => (from <= to ? from <= date && date <= to : from <= date || date <= to));
  };
  const isDayOff = (day: Day): boolean =>
    holidays.has(day) || isQuiet(day) || closedDays.some(({ from, to }) => from <= day && day <= to);
  return { isDayOff, isClosed: (day) => isWeekend(day) || isDayOff(day) };
}

/** Nobody is ever away. */
export const alwaysOpen: Calendar = { isClosed: () => false, isDayOff: () => false };

/** No file may close for longer (organisation-schema.ts); without an end a calendar that is closed for good would be searched for ever. */
const FARTHEST_DAYS = 366;

/** The last open day before a day: what is to be said the day before is said on it. */
export function openDayBefore(day: Day, calendar: Pick<Calendar, 'isClosed'>): Day {
  let open = addDays(day, -1);
  for (let step = 0; step < FARTHEST_DAYS; step++) {
    if (!calendar.isClosed(open)) return open;
    open = addDays(open, -1);
  }
  return addDays(day, -1);
}

/** The day itself where it is open, else the next one that is. */
export function openDay(day: Day, calendar: Pick<Calendar, 'isClosed'>): Day {
  let open = day;
  for (let step = 0; step < FARTHEST_DAYS; step++) {
    if (!calendar.isClosed(open)) return open;
    open = addDays(open, 1);
  }
  return day;
}
