import { type Calendar, openDay } from '../domain/organisation/calendar/calendar.js';
import { addDays, type Day, dayOf, type Instant, instantAt } from '../domain/time.js';

/** When people are at work, and a message that was not urgent finds them. */
export const MORNING_HOUR = 8;

/** The next time that clocks in `timeZone` show eight in the morning of a day that is open, after `now`. */
export function nextMorning(now: Instant, timeZone: string, calendar: Calendar): { at: Instant; day: Day } {
  const today = dayOf(now, timeZone);
  const day = openDay(instantAt(today, MORNING_HOUR, timeZone) > now ? today : addDays(today, 1), calendar);
  return { at: instantAt(day, MORNING_HOUR, timeZone), day };
}
