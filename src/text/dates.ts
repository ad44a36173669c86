import type { Language } from '../domain/person.js';
import { type Day, dayOf, type Instant } from '../domain/time.js';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** "12 december", with the year only where it is not `today`'s. */
export const dayText = (day: Day, language: Language, today: Day): string =>
  dayFormat(day, language, today).format(midnight(day));

/** "16–22 november"; the year, where it is said, is that of the last day. */
export const daysText = (from: Day, to: Day, language: Language, today: Day): string =>
  dayFormat(to, language, today).formatRange(midnight(from), midnight(to));

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

function dayFormat(day: Day, language: Language, today: Day): Intl.DateTimeFormat {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', timeZone: 'UTC', ...year });
}

/** The date of an instant as people in `timeZone` see it. */
export const instantText = (at: Instant, language: Language, timeZone: string, today: Day): string =>
  dayText(dayOf(at, timeZone), language, today);

/** "måndag"; `day` is ISO's, 1 for Monday to 7 for Sunday. */
export function weekdayText(day: number, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return format.format(new Date(Date.UTC(2024, 0, day)));
}
