import type { Month } from '../figures/months.js';
import { type DigestPace, digestPaceOf, type Person } from '../person/person.js';
import type { Week } from '../time.js';
import { daysOf, type Period, weeksOf } from './period.js';

/** A week in which fewer things happened is a quiet one. */
export const LEAST_IN_LIVELY_WEEK = 4;

/** What may be told when a week is: that week, and a month where it is the first week to be told since that was over. */
export interface ToTell {
  week: Week;
  month?: Month | undefined;
}

/** How much has happened in a small municipality, by weeks: in that week, and in those in which the month's days are. */
export type HappenedByWeek = ReadonlyMap<Week, number>;

/**
 * What a reader is told of now, or why of nothing. By month whoever has chosen that. Of a small municipality nobody chooses it:
 * a week in which four things happened or more is told at once, a quieter one with its month, when that is over. `happened`:
 * absent of other municipalities.
 */
export function periodFor(
  { preferences }: Pick<Person, 'preferences'>,
  { week, month }: ToTell,
  happened: HappenedByWeek | undefined,
): { period: Period } | { why: string } {
  const pace: DigestPace = digestPaceOf(preferences);
  if (pace === 'off') return { why: 'digest off' };
  if (pace === 'monthly') return month === undefined ? { why: 'told by month' } : { period: month };
  if (!happened) return { period: week };
  if (month !== undefined && hasUntold(month, happened)) return { period: month };
  return isQuiet(week, happened) ? { why: 'quiet week' } : { period: week };
}

const isQuiet = (week: Week, happened: HappenedByWeek): boolean => (happened.get(week) ?? 0) < LEAST_IN_LIVELY_WEEK;

/** Whether something happened in a month that no week has told: in a quiet one, or in that with which the month before may have been told. */
function hasUntold(month: Month, happened: HappenedByWeek): boolean {
  const first = daysOf(month)?.first ?? '';
  return weeksOf(month).some((week) => {
    const mayBeUntold = isQuiet(week, happened) || (daysOf(week)?.first ?? '') < first;
    return mayBeUntold && (happened.get(week) ?? 0) > 0;
  });
}
