import { ROUGHLY, WHOLE } from './amount.js';

/** The most hours that a form takes: fifty people's year of work, and more is probably a typing mistake. */
export const MAX_HOURS = 100_000;

const WRITTEN = new RegExp(
  `^(?:${ROUGHLY}\\s*)?(?<whole>${WHOLE})(?:[.,]0+)?\\s*(?:(?:arbets)?(?:timmar|timme|tim)|(?:working\\s+)?(?:hours|hour|hrs)|h)?\\.?$`,
  'iu',
);

/** The whole hours that somebody wrote: "40", "ca 40 timmar", "1 200 h". Undefined for what is no such number, or above MAX_HOURS. */
export function readHours(text: string): number | undefined {
  const { whole } = WRITTEN.exec(text.trim())?.groups ?? {};
  const hours = Number(whole?.replace(/\D/g, '') ?? Number.NaN);
  return isHours(hours) ? hours : undefined;
}

/** Whole hours from 0 to MAX_HOURS. */
export const isHours = (hours: number): boolean => Number.isSafeInteger(hours) && hours >= 0 && hours <= MAX_HOURS;
