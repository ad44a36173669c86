import { Temporal } from 'temporal-polyfill';

/** A moment in UTC with milliseconds, `2026-11-21T08:00:00.000Z`: sorts as text, in storage and in memory. */
export type Instant = string;
/** A calendar date, `2026-11-21`: no time and so no time zone to slip on. */
export type Day = string;
/** An ISO 8601 week, `2026-W47`. */
export type Week = string;

/** The instant `milliseconds` after the epoch, always with three decimals so that texts sort as times. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** The calendar date that people in `timeZone` have at this instant. */
export const dayOf = (instant: Instant, timeZone: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** From 1, Monday, to 7, Sunday. */
export const dayOfWeek = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to).days;

/** The instant at which clocks in `timeZone` show `hour`:00 on `day`; an hour that the spring change skips is the hour after it. */
export const instantAt = (day: Day, hour: number, timeZone: string): Instant =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds);

/** The instant at which clocks in `timeZone` show a time of day (`09:30`) on `day`. */
export const instantOfTime = (day: Day, time: string, timeZone: string): Instant =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);

/** The calendar year that a date is in, and the one before. */
export const yearAndLast = (day: Day): readonly [string, string] => [
  day.slice(0, 4),
  String(Number(day.slice(0, 4)) - 1),
];

/** True for a calendar date that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The ISO week that a date is in. The year is the week's own: 2027-01-01 is in 2026-W53. */
export function weekOf(day: Day): Week {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** Monday of a week, or undefined where there is no such week (2025-W53, or text that is no week). */
export function mondayOf(week: Week): Day | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return undefined;
  const fourth = Temporal.PlainDate.from(`${match[1]}-01-04`);
  const monday = fourth.add({ days: 1 - fourth.dayOfWeek + 7 * (Number(match[2]) - 1) }).toString();
  return weekOf(monday) === week ? monday : undefined;
}

/** The half-open stretch [from, to) of a week in `timeZone`; 167 or 169 hours where the clocks change. */
export function weekSpan(week: Week, timeZone: string): { from: Instant; to: Instant } | undefined {
  const monday = mondayOf(week);
  if (!monday) return undefined;
  return { from: instantAt(monday, 0, timeZone), to: instantAt(addDays(monday, 7), 0, timeZone) };
}

/** A 53rd week comes again after seven years at most, but for where a century leaves out its leap day. */
const RAREST_YEARS = 12;

/**
 * The latest week of this number that has begun, seen from the week that is going on: in January, 52 is last year's.
 * Undefined for a number that no week has.
 */
export function latestWeek(number: number, present: Week): Week | undefined {
  const year = Number(present.slice(0, 4));
  for (let back = 0; back <= RAREST_YEARS; back++) {
    const week = `${year - back}-W${String(number).padStart(2, '0')}`;
    if (week <= present && mondayOf(week)) return week;
  }
  return undefined;
}

/** How far from today a date on a form may be, either way: farther is a typing mistake. */
const FARTHEST_YEARS = 10;

/** A date that exists, and that people may mean today. */
export const isNear = (day: Day, today: Day): boolean =>
  isDay(day) && day <= addMonths(today, 12 * FARTHEST_YEARS) && day >= addMonths(today, -12 * FARTHEST_YEARS);

/** Whether a date that somebody waits for is here; never where there is none. */
export const hasCome = (day: Day | undefined, today: Day): boolean => day !== undefined && day <= today;

/** The same date so many months later; the last of a month where that month has no such date. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole months from one day to another; 0 where it is not later. */
export const monthsBetween = (from: Day, to: Day): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' }).months);

/** The later of two days, the second of which there may not be. */
export const laterOf = (one: Day, other: Day | undefined): Day => (other !== undefined && other > one ? other : one);

/** The earlier of two days, the second of which there may not be. */
export const earlierOf = (one: Day, other: Day | undefined): Day => (other !== undefined && other < one ? other : one);
