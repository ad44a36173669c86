import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import { addDays, type Day, isDay } from '../time.js';
import { lastDayOf, type YearPart, yearOf, yearPartNames } from '../year-parts.js';
import type { UndertakingRefusal } from './refusal.js';
import type { Undertaking } from './undertaking.js';

/** So long before a part of the year ends somebody is reminded: what is said then stands in the follow-up. */
const REMINDED_DAYS = 14;

/** The day after whose end a year's undertakings are not done any more: the year is being summed up until then. */
const lapsesOn = (year: string): Day => `${Number(year) + 1}-01-31`;

/** The last day to which one of a year can be moved: the year's own last, and while it is summed up the last of that. */
export const lastMove = (year: string, today: Day): Day =>
  today > lastDayOf(year, 'year') ? lapsesOn(year) : lastDayOf(year, 'year');

/** The last day that somebody may set for something to be done: next year is planned in this one. */
export const farthestDay = (today: Day): Day => lastDayOf(String(Number(yearOf(today)) + 1), 'year');

/** Why a day that somebody has chosen cannot be; undefined of one that can. `year`: in which it has to be, of what is moved. */
export function untilRefused(until: Day, today: Day, year?: string): UndertakingRefusal | undefined {
  if (!isDay(until)) return { code: 'badDate', field: 'until' };
  if (until < today) return { code: 'dateNotAhead', field: 'until' };
  if (year !== undefined && (yearOf(until) < year || until > lastMove(year, today)))
    return { code: 'otherYear', field: 'until' };
  return until > farthestDay(today) ? { code: 'dateFarOff', field: 'until' } : undefined;
}

/** What time brings next, and on which day. */
type UndertakingDue = { type: 'undertakingReminded'; on: Day; part: YearPart } | { type: 'undertakingLapsed'; on: Day };

/**
 * What comes of itself when nobody does anything; undefined of one that has ended. So every one ends. Who has added it within the
 * days before a part of the year ends is reminded before the next one.
 */
export function nextDue(
  { stage, year, addedOn, reminded }: Pick<Undertaking, 'stage' | 'year' | 'addedOn' | 'reminded'>,
  calendar: Calendar,
): UndertakingDue | undefined {
  if (stage !== 'planned') return undefined;
  const left = yearPartNames.slice(reminded === undefined ? 0 : yearPartNames.indexOf(reminded) + 1);
  for (const part of left) {
    const on = openDay(addDays(lastDayOf(year, part), -REMINDED_DAYS), calendar);
    if (on > addedOn) return { type: 'undertakingReminded', on, part };
  }
  return { type: 'undertakingLapsed', on: lapsesOn(year) };
}
