import { keptDays } from '../domain/kept-days.js';
import { byLanguage, type Language, languages } from '../domain/languages.js';
import type { Day, Instant } from '../domain/time.js';

/** Made once: making one takes longer than drawing the rest of a card. */
const formats = byLanguage((language) => {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languages[language].locale, { timeZone: 'UTC', ...parts });
  const day = { day: 'numeric', month: 'long' } as const;
  const month = { month: format({ month: 'long' }), monthAndYear: format({ month: 'long', year: 'numeric' }) };
  return {
    ...month,
    day: format(day),
    dayAndYear: format({ ...day, year: 'numeric' }),
    weekday: format({ weekday: 'long' }),
  };
});

/** "12 december" by "12-12", as each has been written once: no more than a year has days. */
const written = byLanguage(() => new Map<string, string>());

/** As `today`, it is in no date's year: of what is kept and read in other years. */
export const NO_YEAR: Day = '0001-01-01';

/** "12 december", with the year only where it is not `today`'s. */
export function dayText(day: Day, language: Language, today: Day): string {
  if (!isYearOf(day, today)) return formats[language].dayAndYear.format(midnight(day));
  const date = day.slice(5);
  const known = written[language].get(date);
  if (known !== undefined) return known;
  const text = formats[language].day.format(midnight(day));
  written[language].set(date, text);
  return text;
}

/** "december", with the year only where it is not `today`'s: the month of a day. */
export const monthText = (day: Day, language: Language, today: Day): string =>
  formats[language][isYearOf(day, today) ? 'month' : 'monthAndYear'].format(midnight(day));

/** "16–22 november"; the year, where it is said, is that of the last day. */
export const daysText = (from: Day, to: Day, language: Language, today: Day): string =>
  dayFormat(to, language, today).formatRange(midnight(from), midnight(to));

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const dayFormat = (day: Day, language: Language, today: Day): Intl.DateTimeFormat =>
  formats[language][isYearOf(day, today) ? 'day' : 'dayAndYear'];

const isYearOf = (day: Day, today: Day): boolean => day.slice(0, 4) === today.slice(0, 4);

/** The date of an instant as people in `timeZone` see it. */
export const instantText = (at: Instant, language: Language, timeZone: string, today: Day): string =>
  dayText(keptDayOf(at, timeZone), language, today);

const keptDayOf = keptDays();

/** "måndag"; `day` is ISO's, 1 for Monday to 7 for Sunday. */
export const weekdayText = (day: number, language: Language): string =>
  // 1 January 2024 was a Monday.
  formats[language].weekday.format(new Date(Date.UTC(2024, 0, day)));

/** "2026-11-26 10:00" in `timeZone`, in every language: where it is read by people and programs. */
export const timeText = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
