import { Best } from './best.js';
import { isLetThrough } from './filter.js';
import type { HeldDocuments } from './held-documents.js';
import type { SearchFilter } from './search-index.js';
import type { Lexicon } from './words/lexicon.js';
import type { Marks } from './words/marks.js';
import type { SearchTerm } from './words/query.js';

/** BM25+: how much a document's length counts against it, and what any find counts at least (Lv and Zhai 2011). */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
/** What stands in a title is what an idea is about. */
const IN_TITLE = 2;

interface ReadDocuments {
  documents: HeldDocuments;
  lexicon: Lexicon;
  marks: Marks;
  /** How rare a term is. */
  rarity: (term: number) => number;
}

/** What has all words that are asked for, the best first, at most so many, and how many there are in all; where nothing has, what has any of them. */
export function foundFor(
  asked: readonly SearchTerm[],
  filter: SearchFilter,
  most: number,
  reading: ReadDocuments,
): Best {
  const { documents } = reading;
  const [all, some] = [new Best(most), new Best(most)];
  const { isMet, scoreOf } = markedFor(asked, reading);
  const { usualLength } = documents;
  documents.readThrough(reading.marks.byWord, false, isMet, (place, length) => {
    const { score, words } = scoreOf();
    if (words === 0 || (words < asked.length && all.count > 0)) return;
    if (!isLetThrough(documents.at(place), filter)) return;
    const { k, b, d } = bm25;
    const whole = words * score * (d + (k + 1) / (1 + k * (1 - b + (b * length) / usualLength)));
    (words === asked.length ? all : some).add(place, whole);
  });
  reading.marks.clear();
  return all.count > 0 ? all : some;
}

/** Marks all words by which something is found, and gives what counts up one document after the other. */
function markedFor(asked: readonly SearchTerm[], { lexicon, marks, rarity }: ReadDocuments) {
  let units = 0;
  marks.makeRoom(lexicon.allPlain.length);
  const markTerm = (term: number, unit: number, value: number): void => {
    for (const word of lexicon.wordsWith(term)) marks.set(word, unit, value);
  };
  const wanted = asked.map(({ any, words, together }) => {
    const unit = units++;
    for (const { term, weight } of any) markTerm(term, unit, weight * rarity(term));
    for (const { word, weight } of words) marks.set(word, unit, weight * rarity(lexicon.stemAt(word)));
    const groups = together.map(({ terms, weight }) => ({
      weight,
      units: terms.map((term) => {
        const part = units++;
        markTerm(term, part, rarity(term));
        return part;
      }),
    }));
    return { unit, groups };
  });
  const met = new Float64Array(units);
  const ofWord = ({ unit, groups }: (typeof wanted)[number]): number => {
    let best = met[unit] ?? 0;
    for (const { weight, units: parts } of groups) {
      let sum = 0;
      for (const part of parts) {
        const value = met[part] ?? 0;
        if (value === 0) {
          sum = 0;
          break;
        }
        sum += value;
      }
      best = Math.max(best, weight * sum);
    }
    return best;
  };
  return {
    isMet(mark: number, inTitle: boolean): void {
      for (const { unit, value } of marks.at(mark)) {
        const counts = inTitle ? IN_TITLE * value : value;
        if (counts > (met[unit] ?? 0)) met[unit] = counts;
      }
    },
    /** Of the document that has just been read: what it is worth, and how many of the words it has. */
    scoreOf(): { score: number; words: number } {
      let [score, words] = [0, 0];
      for (const one of wanted) {
        const value = ofWord(one);
        if (value > 0) words += 1;
        score += value;
      }
      met.fill(0);
      return { score, words };
    },
  };
}
