import { type Day, dayOf, type Instant } from './time.js';

/** More than an instance meets in an hour. */
const MOST_KEPT = 2_000;

/**
 * The calendar dates of instants, each worked out once for the minute that it is in: who is looked up and what is written on
 * cards asks for the same few again and again, and Temporal takes as long for one as a card does for all its texts. Zones
 * differ from UTC by whole minutes.
 */
export function keptDays(): typeof dayOf {
  const known = new Map<string, Day>();
  return (instant: Instant, timeZone: string) => {
    const minute = instant.slice(0, 16);
    const key = `${minute} ${timeZone}`;
    const day = known.get(key);
    if (day !== undefined) return day;
    if (known.size >= MOST_KEPT) known.clear();
    const found = dayOf(`${minute}:00.000Z`, timeZone);
    known.set(key, found);
    return found;
  };
}
