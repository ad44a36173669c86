/** The largest amount that a form takes, in SEK: more is a budget matter, and probably a typing mistake. */
export const MAX_AMOUNT = 100_000_000;

/** Digits alone or in groups of three (space, full stop, comma), with or without no öre, and what the money is called. */
const WRITTEN = /^(?:kr|sek)?\s*(?<whole>\d+|\d{1,3}(?:[\s.,]\d{3})+)(?:[.,:](?:00|-))?\s*(?:kr|kronor|sek|:-)?\.?$/i;

/**
 * The whole SEK that somebody wrote: "50 000 kr", "50.000", "50 000:-", "50,000 SEK". Undefined for what is no amount, has
 * öre, is negative, or is above MAX_AMOUNT: a form asks again rather than guesses.
 */
export function readAmount(text: string): number | undefined {
  const whole = WRITTEN.exec(text.trim())?.groups?.whole?.replace(/\D/g, '');
  const amount = whole === undefined ? undefined : Number(whole);
  return amount !== undefined && isAmount(amount) ? amount : undefined;
}

/** Whole SEK from 0 to MAX_AMOUNT. */
export const isAmount = (amount: number): boolean =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT;
