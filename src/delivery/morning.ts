import { addDays, type Day, dayOf, type Instant, instantAt } from '../domain/time.js';

/** When people are at work, and a message that was not urgent finds them. */
const HOUR = 8;

/** The next time that clocks in `timeZone` show eight in the morning, after `now`. */
export function nextMorning(now: Instant, timeZone: string): { at: Instant; day: Day } {
  const today = dayOf(now, timeZone);
  const day = instantAt(today, HOUR, timeZone) > now ? today : addDays(today, 1);
  return { at: instantAt(day, HOUR, timeZone), day };
}
