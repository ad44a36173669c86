import { type Calendar, openDay } from '../../domain/organisation/calendar/calendar.js';
import { addDays, type Day, dayOf, type Instant, instantAt, instantOf, millisecondsOf } from '../../domain/time.js';
import { MORNING_HOUR } from '../morning.js';

/** A day card is posted between these hours of a day that is open; what comes at night is told in the morning. */
const FIRST_HOUR = 7;
const LAST_HOUR = 18;
/** So many milliseconds what happens is gathered before a card tells of it: one sitting at one idea is one card. */
const GATHERING_MS = 60_000;
/** Whoever has a post may get a card each day; others on every third at most, which is twice a working week. */
const DAYS_APART = { post: 1, none: 3 } as const;

export interface DayCardTimes {
  timeZone: string;
  calendar: Calendar;
}

/**
 * When a card comes that tells of what is gathered now: today if there has been none lately and there is time, else in the
 * morning of the next day that is open. `last`: the day on which the person's last card was posted. Pure.
 */
export function nextDayCard(
  now: Instant,
  { timeZone, calendar }: DayCardTimes,
  { last, hasPost }: { last?: Day | undefined; hasPost: boolean },
): { day: Day; due: Instant } {
  const soonest = gatheredFrom(now);
  const today = dayOf(soonest, timeZone);
  const inTime = soonest < instantAt(today, LAST_HOUR, timeZone);
  const earliest = [
    inTime ? today : addDays(today, 1),
    ...(last ? [addDays(last, DAYS_APART[hasPost ? 'post' : 'none'])] : []),
  ];
  const day = openDay(earliest.sort().at(-1) ?? today, calendar);
  const morning = instantAt(day, MORNING_HOUR, timeZone);
  return { day, due: day === today && soonest > morning ? soonest : morning };
}

/** When a card is drawn anew because of what is gathered now. */
export const gatheredFrom = (now: Instant): Instant => instantOf(millisecondsOf(now) + GATHERING_MS);

/** When a card that is due may be posted: now, or when its hours come again. Pure. */
export function mayBePosted(now: Instant, { timeZone, calendar }: DayCardTimes): Instant {
  const today = dayOf(now, timeZone);
  const [first, last] = [FIRST_HOUR, LAST_HOUR].map((hour) => instantAt(today, hour, timeZone));
  if (!calendar.isClosed(today) && first !== undefined && last !== undefined && now < last)
    return now < first ? first : now;
  return instantAt(openDay(addDays(today, 1), calendar), MORNING_HOUR, timeZone);
}
