import { byLanguage, type Language, languages } from '../domain/languages.js';
import { type Day, dayOf, type Instant } from '../domain/time.js';

/** Made once: making one takes longer than drawing the rest of a card. */
const formats = byLanguage((language) => {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languages[language].locale, { timeZone: 'UTC', ...parts });
  const day = { day: 'numeric', month: 'long' } as const;
  return { day: format(day), dayAndYear: format({ ...day, year: 'numeric' }), weekday: format({ weekday: 'long' }) };
});

/** "12 december", with the year only where it is not `today`'s. */
export const dayText = (day: Day, language: Language, today: Day): string =>
  dayFormat(day, language, today).format(midnight(day));

/** "16–22 november"; the year, where it is said, is that of the last day. */
export const daysText = (from: Day, to: Day, language: Language, today: Day): string =>
  dayFormat(to, language, today).formatRange(midnight(from), midnight(to));

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const dayFormat = (day: Day, language: Language, today: Day): Intl.DateTimeFormat =>
  formats[language][day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'dayAndYear'];

/** The date of an instant as people in `timeZone` see it. */
export const instantText = (at: Instant, language: Language, timeZone: string, today: Day): string =>
  dayText(dayOf(at, timeZone), language, today);

/** "måndag"; `day` is ISO's, 1 for Monday to 7 for Sunday. */
export const weekdayText = (day: number, language: Language): string =>
  // 1 January 2024 was a Monday.
  formats[language].weekday.format(new Date(Date.UTC(2024, 0, day)));
