import { wordsOfText } from '../../../domain/language/analysis/words-of-text.js';
import { languageCodes } from '../../../domain/languages.js';
import type { Lexicon } from './lexicon.js';
import { slipsOf } from './slips.js';

/** A word of a query: terms of which one is enough, and groups of which all are needed, in any place of a document. */
export interface SearchTerm {
  any: readonly WeighedTerm[];
  /** Words as they stand in documents, by number. */
  words: readonly { word: number; weight: number }[];
  together: readonly { terms: readonly number[]; weight: number }[];
}

export interface WeighedTerm {
  term: number;
  weight: number;
}

/** Whoever writes more than this looks for a sentence; the first words tell enough. */
const MOST_WORDS = 10;
/** Shorter beginnings and ends fit too many words. What a compound ends with says what it is, and what it begins with less. */
const SHORTEST_END = 4;
const SHORTEST_BEGINNING = 5;

/** How much what was not written that way counts. */
const weightOf = { parts: 0.6, meant: 0.6, joined: 0.9, joinedBegins: 0.6, end: 0.2, slip: 0.3 };

/** What a query looks for, word by word; nothing where it has no word. */
export function queryOf(text: string, lexicon: Lexicon): SearchTerm[] {
  const every = wordsOfText(text).slice(0, 3 * MOST_WORDS);
  const telling = every.filter(({ isQuiet }) => !isQuiet);
  const usual = every.filter(({ isUsual }) => isUsual);
  const words = ([telling, usual].find(({ length }) => length > 0) ?? every).slice(0, MOST_WORDS);
  // A query is too short to tell its language: each word is looked for in all of them.
  const analysed = words.map((word) => languageCodes.map((language) => lexicon.termsOfWord(word, language)));
  const stems = analysed.map(([first]) => first?.stem ?? '');
  const there = (terms: readonly string[], weight: number): WeighedTerm[] =>
    terms.flatMap((text) => {
      const term = lexicon.terms.known(text);
      return term !== undefined && lexicon.terms.places.at(term) > 0 ? [{ term, weight }] : [];
    });
  return words.map((word, at) => {
    const terms = analysed[at] ?? [];
    const own = there([...new Set(terms.map(({ stem }) => stem))], 1);
    const meant = terms.flatMap((one) => (one.meant === undefined ? [] : [one.meant]));
    const together = terms.flatMap(({ parts }) => {
      const found = there(parts, 1).map(({ term }) => term);
      return parts.length > 0 && found.length === parts.length ? [{ terms: found, weight: weightOf.parts }] : [];
    });
    const stem = stems[at] ?? '';
    const isUnknown = own.length === 0;
    const joined = joinedWith(at, stems);
    const any = [
      ...own,
      ...there(meant, weightOf.meant),
      ...there(joined, weightOf.joined),
      ...partlyBy({ stem, plain: word.plain, isUnknown }, joined, lexicon),
    ];
    const slips = isUnknown ? slipsOf(word, stem, lexicon) : [];
    return { any, together, words: slips.map((slip) => ({ word: slip, weight: weightOf.slip })) };
  });
}

/** "röja snö" as "snöröja", "hemtjänst personal" as "hemtjänst(s)personal". */
function joinedWith(at: number, stems: readonly string[]): string[] {
  const own = stems[at] ?? '';
  return stems.flatMap((other, place) =>
    place === at ? [] : [own + other, `${own}s${other}`, other + own, `${other}s${own}`],
  );
}

/** As a compound begins that is made of a stem without its vowel: cykl, as in cyklar, and cykelställ. */
const asFirstPart = (stem: string): string => stem.replace(/([^aeiouy])([lnr])$/, '$1e$2');

/**
 * Longer words with this one: compounds whose other part nobody has written alone are not known as such. "Parkering" is in
 * "cykelparkering", "hemtjänst" in "hemtjänstbil", and "röja snö" in "snöröjningsplan". Where the word stands nowhere itself, also
 * shorter beginnings are better than nothing.
 */
function partlyBy(
  { stem, plain, isUnknown }: { stem: string; plain: string; isUnknown: boolean },
  joined: readonly string[],
  { terms }: Lexicon,
): WeighedTerm[] {
  const ends = stem.length >= SHORTEST_END ? [stem] : [];
  const shortest = isUnknown ? SHORTEST_END : SHORTEST_BEGINNING;
  const begins = [...new Set([stem, plain, asFirstPart(stem)])].filter(({ length }) => length >= shortest);
  const bothBegin = isUnknown ? joined.filter(({ length }) => length >= 2 * SHORTEST_END - 2) : [];
  if (ends.length + begins.length + bothBegin.length === 0) return [];
  const found: WeighedTerm[] = [];
  for (const [term, text] of terms.all.entries()) {
    if (text.length <= stem.length || terms.places.at(term) === 0) continue;
    if (bothBegin.some((one) => text.startsWith(one))) found.push({ term, weight: weightOf.joinedBegins });
    else if (ends.some((one) => text.endsWith(one)) || begins.some((one) => text.startsWith(one)))
      found.push({ term, weight: weightOf.end });
  }
  return found;
}
