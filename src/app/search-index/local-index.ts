import type { Language } from '../../domain/languages.js';
import { Best } from './best.js';
import { compareDocuments, MOST_BESIDE, readDocuments } from './compare.js';
import { isLetThrough } from './filter.js';
import { foundFor } from './found.js';
import { HeldDocuments, heldOf, type WordsOfDocument } from './held-documents.js';
import { addTerms, likeness, likenessSettings, type TermWeights, weightIn, weightOf } from './likeness.js';
import type {
  ComparedDocuments,
  DocumentVersion,
  SearchDocument,
  SearchFilter,
  SearchOptions,
  SearchPage,
  SearchText,
  SimilarDocument,
  SimilarOptions,
} from './search-index.js';
import { sharedForms } from './shared-forms.js';
import { Lexicon } from './words/lexicon.js';
import { Marks } from './words/marks.js';
import { MetWords } from './words/met-words.js';
import { Numbers } from './words/numbers.js';
import { queryOf } from './words/query.js';

const DEFAULT_HITS = 8;
const DEFAULT_SIMILAR = 3;
/** So many of a text's most telling terms are looked for. */
const MOST_TERMS = 16;
/** And no further ones than these, when they stand in so many places: what is usual tells little and costs much. */
const LEAST_TERMS = 3;
const MOST_PLACES = 6000;
/** So many of what they find are compared as whole texts. */
const MOST_COMPARED = 60;
/** Rarity is judged as among so many documents at least: one of three ideas is no usual word. */
const LEAST_OF_DOCUMENTS = 300;
const MOST_TELLING = Math.log(1 + LEAST_OF_DOCUMENTS / 0.5);
/**
 * As long as there are so few documents, every query sees what the newest ones teach; later it is learned anew when there are four times as
 * many, until so many have taught as is enough.
 */
const FEW = 2000;
const ENOUGH = 5000;

/** The search index of this thread. */
export class LocalIndex {
  private readonly documents = new HeldDocuments();
  private readonly gone = new Map<string, number>();
  /** Words that have been read lately, with their numbers. */
  private readonly met = new MetWords();
  /** In which text a word has been met last. */
  private metIn = new Numbers();
  private passage = 0;
  private readonly marks = new Marks();
  private lexicon: Lexicon;
  private learnedFrom = 0;
  private changes = 0;

  constructor(names: readonly string[]) {
    this.lexicon = new Lexicon(names);
  }

  get size(): number {
    return this.documents.size;
  }

  put(documents: readonly SearchDocument[]): void {
    for (const document of documents) {
      const { id, version } = document;
      if (version < (this.documents.get(id)?.version ?? 0) || version <= (this.gone.get(id) ?? -1)) continue;
      this.takeOut(id);
      this.gone.delete(id);
      const words = this.wordsOf(document);
      this.documents.put(heldOf(document), words);
      this.lexicon.count(words.words, 1);
      this.lexicon.place(words.words, 1);
      this.changes += 1;
      if (this.changes > Math.max(FEW, 3 * this.learnedFrom) && this.learnedFrom < ENOUGH) this.learn();
    }
  }

  remove(documents: readonly DocumentVersion[]): void {
    for (const { id, version } of documents) {
      if (version < (this.documents.get(id)?.version ?? 0)) continue;
      this.gone.set(id, Math.max(version, this.gone.get(id) ?? 0));
      this.takeOut(id);
    }
  }

  /** What has all words; where nothing has, what has any of them. Whoever writes the id of a document means that one. */
  search(query: string, { filter = {}, newest, offset = 0, limit = DEFAULT_HITS }: SearchOptions = {}): SearchPage {
    if (newest && query.trim() === '') return this.newest(filter, offset, limit);
    const named = query.trim().toUpperCase();
    if (isLetThrough(this.documents.get(named), filter))
      return { total: 1, hits: offset > 0 ? [] : [{ id: named, score: 1 }] };
    this.learnIfFew();
    const { documents, lexicon, marks, rarity } = this;
    const asked = queryOf(query, lexicon);
    if (asked.length === 0) return { total: 0, hits: [] };
    const found = foundFor(asked, filter, offset + limit, { documents, lexicon, marks, rarity });
    return { total: found.count, hits: this.idsOf(found).slice(offset) };
  }

  private newest(filter: SearchFilter, offset: number, limit: number): SearchPage {
    const ids = this.documents.newest().filter((id) => isLetThrough(this.documents.get(id), filter));
    return { total: ids.length, hits: ids.slice(offset, offset + limit).map((id) => ({ id, score: 0 })) };
  }

  similar(text: SearchText, { filter, limit = DEFAULT_SIMILAR }: SimilarOptions = {}): SimilarDocument[] {
    return this.compared(text, filter)
      .filter(({ score }) => score >= likenessSettings.threshold)
      .slice(0, limit)
      .map(({ id, place, score, other, own }) => {
        const inTitle = new Map([...this.weightsOfText({ title: text.title, problem: '' })]);
        this.addWords(inTitle, this.documents.titleAt(place));
        return { id, score, shared: sharedForms(own, other, this.telling, this.lexicon, inTitle) };
      });
  }

  /** What is most like the text, however little; most alike first. The benchmark looks at it before any threshold. */
  compared(
    text: SearchText,
    filter: SearchFilter = {},
  ): { id: string; place: number; score: number; own: TermWeights; other: TermWeights }[] {
    this.learnIfFew();
    const own = this.weightsOfText(text);
    return this.candidates(own, filter)
      .all.flatMap(({ place }) => {
        const id = this.documents.at(place)?.id;
        if (id === undefined) return [];
        const other = this.weightsOfWords(this.documents.comparedAt(place));
        return [{ id, place, score: likeness(own, other, this.telling, MOST_TELLING), own, other }];
      })
      .sort((one, other) => other.score - one.score);
  }

  /** How these documents stand to each other, and to the newest that `beside` lets through. */
  compare(ids: readonly string[], beside?: SearchFilter): ComparedDocuments {
    this.learnIfFew();
    const read = (some: readonly string[]) =>
      readDocuments(this.documents, some, (words) => this.weightsOfWords(words));
    const known = beside ? this.newest(beside, 0, MOST_BESIDE).hits.map(({ id }) => id) : [];
    const { telling, lexicon } = this;
    return compareDocuments(read([...new Set(ids)]), read(known), { telling, lexicon, mostTelling: MOST_TELLING });
  }

  /** What shares most of the text's most telling terms, as far as that can be said without looking at all its words. */
  private candidates(own: TermWeights, filter: SearchFilter): Best {
    const { lexicon, marks, documents } = this;
    const best = new Best(MOST_COMPARED);
    let places = 0;
    const most = [...own]
      .filter(([term]) => lexicon.terms.places.at(term) > 0)
      .sort(([one, a], [other, b]) => b * this.rarity(other) - a * this.rarity(one))
      .slice(0, MOST_TERMS)
      .filter(([term], at) => {
        places += lexicon.terms.places.at(term);
        return at < LEAST_TERMS || places <= MOST_PLACES;
      });
    marks.makeRoom(lexicon.allPlain.length);
    for (const [unit, [term, weight]] of most.entries())
      for (const word of lexicon.wordsWith(term)) {
        const there = weightIn({ stem: lexicon.stemAt(word), ...lexicon.moreOf(word) }, term);
        marks.set(word, unit, Math.min(weight, there) * this.telling(term));
      }
    const met = new Float64Array(most.length);
    const whole = weightOf(own, this.telling);
    const { fewWords, longer } = likenessSettings;
    documents.readThrough(
      marks.byWord,
      true,
      (mark) => {
        for (const { unit, value } of marks.at(mark)) if (value > (met[unit] ?? 0)) met[unit] = value;
      },
      (place, length) => {
        let shared = 0;
        for (let unit = 0; unit < met.length; unit++) shared += met[unit] ?? 0;
        met.fill(0);
        if (!isLetThrough(documents.at(place), filter)) return;
        const there = (whole * length) / own.size;
        const [less, more] = whole < there ? [whole, there] : [there, whole];
        best.add(place, shared / (longer * more + (1 - longer) * less + fewWords * MOST_TELLING));
      },
    );
    marks.clear();
    return best;
  }

  private idsOf(found: Best): { id: string; score: number }[] {
    return found.all.flatMap(({ place, score }) => {
      const id = this.documents.at(place)?.id;
      return id === undefined ? [] : [{ id, score }];
    });
  }

  /** How rare a term is among the documents, as BM25 has it. */
  private readonly rarity = (term: number): number => {
    const some = term < 0 ? 0 : this.lexicon.terms.places.at(term);
    const all = Math.max(this.documents.size, LEAST_OF_DOCUMENTS);
    return Math.log(1 + (all - Math.min(some, all) + 0.5) / (some + 0.5));
  };

  /** How telling a term is: what is rarer than the most telling word of a few hundred ideas tells no more. So a likeness means the same at any size. */
  private readonly telling = (term: number): number => Math.min(MOST_TELLING, this.rarity(term));

  private wordsOf({ title, problem, solution, lesson }: SearchDocument): WordsOfDocument {
    const { met } = this;
    met.begin();
    const parts = [title, solution ? `${problem}\n${solution}` : problem, lesson ?? ''].map((part) => met.read(part));
    const { language } = met;
    const words = new Uint32Array(met.count);
    let [nth, count] = [0, 0];
    const ends = parts.map((end) => {
      // A word counts once in each part.
      this.passage += 1;
      for (; nth < end; nth++) {
        const place = met.at(nth);
        if (met.isLeftOut(place)) continue;
        const number = this.numberOf(place, language);
        if (this.metIn.at(number) === this.passage) continue;
        this.metIn.set(number, this.passage);
        words[count] = number;
        count += 1;
      }
      return count;
    });
    return { words: words.subarray(0, count), titleEnd: ends[0] ?? 0, comparedEnd: ends[1] ?? 0 };
  }

  /** The number of a word that has been read. */
  private numberOf(place: number, language: Language): number {
    const known = this.met.numberAt(place, language);
    if (known !== 0) return known - 1;
    const word = this.met.wordAt(place);
    if (!word) throw new Error('No word has been read there');
    const number = this.lexicon.numberOf(word, language);
    this.met.setNumber(place, language, number);
    return number;
  }

  /** Terms that no document has get numbers below 0: they tell something of the text all the same. */
  private weightsOfText({ title, problem, solution }: SearchText): TermWeights {
    const { met } = this;
    met.begin();
    met.read([title, problem, solution ?? ''].join('\n'));
    const { language } = met;
    const unknown = new Map<string, number>();
    const numberOf = (term: string): number => {
      const known = this.lexicon.terms.known(term) ?? unknown.get(term);
      if (known !== undefined) return known;
      const number = -1 - unknown.size;
      unknown.set(term, number);
      return number;
    };
    const weights = new Map<number, number>();
    for (let nth = 0; nth < met.count; nth++) {
      const word = met.wordAt(met.at(nth));
      if (!word || word.isQuiet) continue;
      const { stem, parts, meant } = this.lexicon.termsOfWord(word, language);
      const numbers = { stem: numberOf(stem), parts: parts.map(numberOf) };
      addTerms(weights, { ...numbers, meant: meant === undefined ? undefined : numberOf(meant) });
    }
    return weights;
  }

  private weightsOfWords(words: Uint32Array): TermWeights {
    const weights = new Map<number, number>();
    this.addWords(weights, words);
    return weights;
  }

  private addWords(weights: Map<number, number>, words: Uint32Array): void {
    for (const word of words) {
      if (this.lexicon.isUsual(word)) continue;
      addTerms(weights, { stem: this.lexicon.stemAt(word), ...this.lexicon.moreOf(word) });
    }
  }

  private takeOut(id: string): void {
    if (!this.documents.get(id)) return;
    const words = this.documents.wordsOf(id);
    this.lexicon.place(words, -1);
    this.lexicon.count(words, -1);
    this.documents.drop(id);
    this.changes += 1;
  }

  private learnIfFew(): void {
    if (this.learnedFrom < FEW && this.changes > this.learnedFrom / 10) this.learn();
  }

  /** What the documents teach about words changes what they are found by. */
  private learn(): void {
    this.lexicon = this.lexicon.relearned(this.documents.allWords());
    this.met.forgetNumbers();
    [this.learnedFrom, this.changes] = [this.documents.size, 0];
  }
}
