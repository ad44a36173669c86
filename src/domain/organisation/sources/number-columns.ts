import { plain } from '../../language/spelling.js';
import { personalNumberIn } from '../../private-words/personal-number.js';

/** Personal identity numbers in a file: by what a column is called, and by what stands in it, whole, invalid or half hidden. */

/** In a heading, in plain spelling without spaces: `Personnr (ÅÅMMDD-XXXX)`, `Person-/samordningsnummer`. */
const HEADING =
  /personn(umme)?r|persn(umme)?r|personid(?!e(?!nt))|samordningsn(umme)?r|fodelsen(umme)?r|reservn(umme)?r|socialsecurity|personalidentity/;
/** Words that are a whole heading, or stand among others in one. */
const HEADING_WORD = /(^| )(pnr|ssn|t nummer|t nr)( |$)/;

/** Of a column with no such name, so large a part of its cells that look like one: telephone numbers do by chance, one in eighteen. */
const TOO_MANY_NUMBERS = 0.3;

const DATE = /(?<century>18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])/.source;
/** Digits or not, four of them: of somebody without a number of their own one is a letter, and signs hide them. */
const LAST = /(?<last>[\dA-Z*•·.#_?]{4})/.source;
const SHAPE = new RegExp(`^'?${DATE}(?<sign>[-+])?${LAST}$`, 'iu');

/** What is wrong with each column that has them; none where there is none. Nothing of what stands there is told. */
export function numberColumns(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), headings.length);
  return Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    const heading = headings[place]?.trim() || `number ${place + 1}`;
    if (!isCalledOne(heading) && !holdsNumbers(rows, place)) return [];
    return [`the column “${heading}” has personal identity numbers: take it out of the file, and delete this one`];
  });
}

function isCalledOne(heading: string): boolean {
  const words = plain(heading);
  return HEADING.test(words.replaceAll(' ', '')) || HEADING_WORD.test(words);
}

function holdsNumbers(rows: readonly (readonly string[])[], place: number): boolean {
  let [filled, alike] = [0, 0];
  for (const cells of rows) {
    const cell = (cells[place] ?? '').trim();
    if (cell === '') continue;
    filled += 1;
    const found = personalNumberIn(cell) ?? shapedAsOne(cell);
    if (found === 'certain') return true;
    if (found) alike += 1;
  }
  return alike > 0 && alike >= filled * TOO_MANY_NUMBERS;
}

/** Whether a cell is written as such a number is, though it is none or is half hidden. */
function shapedAsOne(cell: string): 'certain' | 'perhaps' | undefined {
  const { century, sign, last } = SHAPE.exec(cell.replace(/[\p{Pd}\u2212]/gu, '-').replaceAll(' ', ''))?.groups ?? {};
  if (last === undefined) return undefined;
  const isHidden = /\D/.test(last);
  if (sign) return isHidden || century ? 'certain' : 'perhaps';
  // Ten digits in a row are a telephone number more often, and a word may stand after a date.
  return (isHidden && /^([A-Z]\d{3}|[^A-Z\d]{4}|X{4})$/i.test(last)) || century ? 'perhaps' : undefined;
}
