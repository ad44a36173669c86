/** The largest amount that a form takes, in SEK: more is a budget matter, and probably a typing mistake. */
export const MAX_AMOUNT = 100_000_000;

/** A sum that is roughly right is asked for and granted as it stands: "ca 50 000", "max 50 tkr", "about 50,000". */
export const ROUGHLY =
  '(?:ca|c:a|cirka|circa|ung|ungefär|ungefar|omkring|runt|drygt|knappt|max|maximalt|högst|hogst|upp till|about|around|approx|approximately|roughly|up to|at most|~|≈)\\.?';
/** Digits alone or in groups of three (space, full stop, comma), with or without no öre. */
export const WHOLE = '\\d{1,3}(?:[\\s.,]\\d{3})+|\\d+';
/** What the money is called, and in thousands or millions what may be written with a decimal: "1,5 mkr". */
const WRITTEN = new RegExp(
  `^(?:${ROUGHLY}\\s*)?(?:kr|sek)?\\.?\\s*(?:(?<thousands>\\d+(?:[.,]\\d{1,3})?)\\s*(?<unit>tkr|tusen|tsek|ksek|kkr|k|mkr|mnkr|msek|miljon|miljoner|million|thousand)|(?<whole>${WHOLE})(?:[.,:](?:00|-+|–|—))?)\\s*(?:kr|kronor|sek|:-)?\\.?$`,
  'iu',
);
const MILLIONS = /^m/i;

/**
 * The whole SEK that somebody wrote: "50 000 kr", "50.000", "50 000:-", "50,000 SEK", "ca 50 000", "50 tkr", "0,5 mkr".
 * Undefined for what is no amount, has öre, is negative, is a span, or is above MAX_AMOUNT: a form asks again rather than guesses.
 */
export function readAmount(text: string): number | undefined {
  const { whole, thousands, unit = '' } = WRITTEN.exec(text.trim())?.groups ?? {};
  if (whole !== undefined) return checked(Number(whole.replace(/\D/g, '')));
  if (thousands === undefined) return undefined;
  // In thousandths, so that 1,1 mkr is no 1 100 000,0000000002.
  const [kronor = '', decimals = ''] = thousands.split(/[.,]/);
  return checked(Number(kronor + decimals.padEnd(3, '0')) * (MILLIONS.test(unit) ? 1000 : 1));
}

const checked = (amount: number): number | undefined => (isAmount(amount) ? amount : undefined);

/** What may be an amount in a sentence: digits that belong together, with what stands right around them. */
const IN_TEXT = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(?:${WHOLE})(?:[.,]\\d{1,2}(?!\\d))?(?::-|,-)?(?:\\s*(?:tkr|tusen|tsek|ksek|kkr|k|mkr|mnkr|msek|miljoner|miljon|million|thousand|kr|kronor|sek)(?!\\p{L}))?(?![\\p{L}\\d]|[-–/:]\\d)`,
  'giu',
);
/** Fewer kronor than this in a sentence are rather a number of something. */
const LEAST_IN_TEXT = 100;

/** The one amount that a sentence names, as "ok go ahead with 30000" does; undefined where it names none, or several. */
export function amountIn(text: string): number | undefined {
  const found = [...text.matchAll(IN_TEXT)].map(([written]) => readAmount(written));
  const amounts = new Set(found.filter((amount) => amount !== undefined && amount >= LEAST_IN_TEXT));
  const [amount] = amounts;
  return amounts.size === 1 ? amount : undefined;
}

/** Whole SEK from 0 to MAX_AMOUNT. */
export const isAmount = (amount: number): boolean =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT;
