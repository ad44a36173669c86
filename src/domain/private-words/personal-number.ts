/**
 * Swedish personal identity numbers and coordination numbers in what people write (folkbokföringslagen 18 §; Skatteverket's
 * SKV 704 and 707 say how they are built). Nothing is stored and nothing is looked up: date and control digit decide.
 */

/** `certain`: with its century, its sign, or its date set apart. `perhaps`: ten digits in a row, as many telephone numbers are (5.6 % of 070 numbers pass). */
export type PersonalNumber = 'certain' | 'perhaps';

/** What may stand between the parts of a date. */
const APART = /(?:\s?[-./]\s?|\s)?/.source;
/**
 * Two digits of a century or none, six of a date, a sign or none, four more; and no digit on either side, nor the rest of a
 * second date: "2026-01-01-2026-12-31" is a time between two days.
 */
const LIKE_ONE = new RegExp(
  [
    /(?<!\d)(?<century>(?:18|19|20)(?=\d{2}))?(?<year>\d{2})/,
    `(?<first>${APART})`,
    /(?<month>\d{2})/,
    `(?<second>${APART})`,
    /(?<day>\d{2})(?<between>\s?[-+]\s?|\s)?(?<last>\d{4})(?!\d|[-./]\d{1,2}[-./]\d)/,
  ]
    .map((part) => (typeof part === 'string' ? part : part.source))
    .join(''),
  'g',
);
/** All that looks like a hyphen. */
const DASHES = /[\p{Pd}\u2212\u00AD]/gu;
const DIGITS = /\p{Nd}/gu;
/** A coordination number is written with its day raised by as much. */
const COORDINATION = 60;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const CENTURIES = ['18', '19', '20'];

/** Whether a text holds a personal identity number, whatever stands around it; undefined where it holds none. */
export function personalNumberIn(text: string): PersonalNumber | undefined {
  const plain = text.normalize('NFKC').replace(DASHES, '-').replace(DIGITS, asciiDigit);
  const found = [...plain.matchAll(LIKE_ONE)].flatMap(({ groups }) => judge(groups ?? {}) ?? []);
  return found.includes('certain') ? 'certain' : found[0];
}

function judge(parts: Record<string, string | undefined>): PersonalNumber | undefined {
  const { century, year = '', month = '', day = '', last = '' } = parts;
  const written = Number(day) > COORDINATION ? Number(day) - COORDINATION : Number(day);
  const isDate = (century ? [century] : CENTURIES).some((one) => isDay(Number(one + year), Number(month), written));
  if (!isDate || !isControlled(year + month + day + last)) return undefined;
  return isWrittenAsOne(parts) ? 'certain' : 'perhaps';
}

/** A date with its century, or one set apart by signs, is no telephone number; nor is what has the sign before its last four. */
function isWrittenAsOne({
  century,
  first = '',
  second = '',
  between = '',
  last = '',
}: Record<string, string | undefined>) {
  if (/[-+]/.test(between)) return true;
  const apart = first.trim() !== '' && first.trim() === second.trim();
  // "2026-11-26 1400" may be a day and a time of it.
  return century ? !(century === '20' && apart && TIME_OF_DAY.test(last)) : apart;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The control digit is right: Luhn's, over the ten digits (ISO/IEC 7812-1, annex B). */
function isControlled(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** A digit of any script as the ASCII one: every script has its ten in a row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code < 128 ? digit : String(code - zero);
}
