import type { Query, QueryCombination } from 'minisearch';
import { saysNothing, wordsOfText } from '../../domain/language/analysis/words-of-text.js';
import { languageCodes } from '../../domain/languages.js';
import type { Lexicon } from './lexicon.js';

/** A search as MiniSearch takes it: a group for each word, with all that it may be found by, the rarest word first. */
export type AskedFor = readonly [QueryCombination, ...QueryCombination[]];

/** Whoever writes more than this looks for a sentence; the first words tell enough. */
const MOST_WORDS = 10;
/** Shorter beginnings fit too many words. */
const SHORTEST_BEGINNING = 4;
/** From so many letters on, a word that stands nowhere may be misspelt by one letter, and by two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 9;

/** How much what was not written that way counts. */
const weightOf = { parts: 0.6, meant: 0.6, joined: 0.9, beginning: 0.4, slip: 0.5 };

/** What a query looks for; undefined where it has no word. */
export function queryOf(text: string, lexicon: Lexicon, placesOf: (term: string) => number): AskedFor | undefined {
  const isThere = (term: string): boolean => placesOf(term) > 0;
  const every = wordsOfText(text).slice(0, 3 * MOST_WORDS);
  const telling = every.filter(({ plain }) => !saysNothing(plain));
  const words = (telling.length > 0 ? telling : every).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  // A query is too short to tell its language: each word is looked for in all of them.
  const analysed = words.map((word) => languageCodes.map((language) => lexicon.termsOfWord(word, language)));
  const groups = analysed.map((terms, at): QueryCombination => {
    const alternatives: Query[] = [];
    const stems = new Set(terms.map(({ stem }) => stem));
    alternatives.push(...stems);
    for (const { parts, meant } of terms) {
      if (parts.length > 0) alternatives.push(weighed({ combineWith: 'AND', queries: [...parts] }, weightOf.parts));
      if (meant !== undefined) alternatives.push(weighed({ queries: [meant] }, weightOf.meant));
    }
    for (const joined of joinedWith(
      at,
      analysed.map(([first]) => first?.stem ?? ''),
    ))
      if (isThere(joined)) alternatives.push(weighed({ queries: [joined] }, weightOf.joined));
    const [first] = terms;
    if (first && first.meant === undefined && ![...stems].some(isThere)) alternatives.push(...nearly(first.stem));
    return { combineWith: 'OR', queries: alternatives };
  });
  const places = (at: number): number => Math.max(...(analysed[at] ?? []).map(({ stem }) => placesOf(stem)));
  const [first, ...others] = groups
    .map((group, at) => ({ group, places: places(at) }))
    .sort((one, other) => one.places - other.places)
    .map(({ group }) => group);
  return first && [first, ...others];
}

const weighed = (query: QueryCombination, weight: number): QueryCombination => ({ ...query, boostTerm: () => weight });

/** "röja snö" as "snöröja", "hemtjänst personal" as "hemtjänst(s)personal". */
function joinedWith(at: number, stems: readonly string[]): string[] {
  const own = stems[at] ?? '';
  return stems.flatMap((other, place) =>
    place === at ? [] : [own + other, `${own}s${other}`, other + own, `${other}s${own}`],
  );
}

/** What begins with it, or is spelt nearly so. */
function nearly(stem: string): Query[] {
  const slips = stem.length >= TWO_SLIPS ? 2 : stem.length >= ONE_SLIP ? 1 : 0;
  return [
    ...(stem.length >= SHORTEST_BEGINNING
      ? [{ queries: [stem], prefix: true, boostTerm: () => weightOf.beginning }]
      : []),
    ...(slips > 0 ? [{ queries: [stem], fuzzy: slips, boostTerm: () => weightOf.slip }] : []),
  ];
}
