import type { Language } from '../../languages.js';
import { smallWords } from '../small-words.js';
import { plain } from '../spelling.js';

/** One word of a text: as it stands there, in lower case, and in plain spelling. */
export interface TextWord {
  written: string;
  plain: string;
  /** Says nothing by itself, so that nobody looks for it. */
  isQuiet: boolean;
  /** Quiet beside others, and looked for where it stands alone: "idén", "IT". */
  isUsual: boolean;
  /** Above 0 where it speaks for a Swedish text, below for an English one. */
  isSwedish: number;
}

/** No word that people write is longer; what is, is cut, so that no text costs more than its length. */
const LONGEST_WORD = 60;

/** The words of a text in their order. Numbers are words too; what stands on both sides of a hyphen is two, and one: wi-fi. */
export const wordsOfText = (text: string): TextWord[] =>
  piecesOfText(text.normalize('NFC')).flatMap((piece) => readWord(piece) ?? []);

/** What may be a word, of a text in Unicode's composed form (NFC). */
export const piecesOfText = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu) ?? []).flatMap(piecesIn);

/** The same of what has nothing but hyphens between letters. */
export function piecesIn(found: string): string[] {
  if (!found.includes('-')) return [found];
  const parts = found.split('-');
  return parts.length === 2 ? [...parts, parts.join('')] : parts;
}

/** A piece as a word, undefined where it has no letter or digit in plain spelling. Always the same for the same piece: whoever reads many texts may keep what it gives. */
export function readWord(piece: string): TextWord | undefined {
  const cut = piece.slice(0, LONGEST_WORD).toWellFormed();
  // Some letters are two in plain spelling, and some signs of other scripts none or with a space between.
  const spelling = plain(cut.normalize('NFKC')).replaceAll(' ', '');
  if (spelling === '') return undefined;
  const isAcronym = cut.length > 1 && cut === cut.toUpperCase();
  const written = isAcronym ? cut : cut.toLowerCase();
  return {
    written,
    plain: spelling,
    isQuiet: saysNothing(spelling),
    isUsual: usual.has(spelling) || (isAcronym && acronyms.has(spelling)),
    isSwedish: (/[åäö]/.test(written) ? 1 : 0) + (swedish.has(spelling) ? 1 : 0) - (english.has(spelling) ? 1 : 0),
  };
}

/** Whether a word says nothing by itself, so that nobody looks for it. */
export const saysNothing = (plainWord: string): boolean =>
  smallWords.has(plainWord) || wordsOfProposals.has(plainWord) || (plainWord.length < 2 && !/\d/.test(plainWord));

/** Words with which people put forward an idea, whatever it is about. */
const wordsOfProposals: ReadonlySet<string> = new Set(
  [
    'ide iden ideer forslag foreslar tycker borde skulle behovs behovas behov foreslag problem problemet lata lat ge ger far finns fanns finnas gar gick ga gor gora gjort kommer komma kom',
    'varje flera fler manga hela helt bra battre bast mer mest fler mindre olika samma egen eget egna enda nya ny nytt gammal gamla gammalt stor stort stora liten litet sma',
    'ta tar tog tagit satt satta satter vilja vill bort fram tillbaka ihop runt hem hemma kring utan dessutom darfor eftersom fast fastan trots',
    'bade antingen varken aldrig alltid ofta ibland redan snart forst sist nasta forra sedan saker sadant sadan sadana sa sager ens stallet dag dagen idag tva tre ett',
    'tycka hur medan dit hit dem nog rakt annars tillsammans direkt kunde kan borja borjar slippa slipper racker lagga lagger ordna ordnas',
    'idea ideas suggestion should would could need needs more better every other into our up out them let make',
  ]
    .join(' ')
    .split(' '),
);

/** Of the small words, those that may be all that somebody looks for. */
const usual: ReadonlySet<string> = new Set(
  'ide iden ideer ideerna forslag forslaget behov behovet problem problemet hem is idea ideas'.split(' '),
);
/** As large letters they are a matter of their own. */
const acronyms: ReadonlySet<string> = new Set(['it']);

const swedish = new Set(
  'och att som for ar pa det vi inte med till ett av den de i kan nar om sa men eller har vid fran'.split(' '),
);
const english = new Set(
  'the and to of is we are for in on not with that they it a at be from have can when our by who'.split(' '),
);

/** In which language a text is written, by its smallest words; Swedish where they do not tell. */
export function languageOfText(words: readonly TextWord[]): Language {
  let lead = 0;
  for (const { isSwedish } of words) lead += isSwedish;
  return languageBy(lead);
}

/** The same by what its words speak for, added up. */
export const languageBy = (lead: number): Language => (lead < 0 ? 'en' : 'sv');
