import MiniSearch, { type Query } from 'minisearch';
import {
  languageOfText,
  readWord,
  saysNothing,
  type TextWord,
  wordsOfText,
} from '../../domain/language/analysis/words-of-text.js';
import type { Language } from '../../domain/languages.js';
import { isLetThrough } from './filter.js';
import { Lexicon } from './lexicon.js';
import { addTerms, likeness, likenessSettings, type TermWeights } from './likeness.js';
import { type AskedFor, queryOf } from './query.js';
import { remembered } from './remembered.js';
import type {
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

/** A document as it is held: its words by number, the title's first, then those that are compared, then the others. */
interface HeldDocument extends Omit<SearchDocument, keyof SearchText | 'lesson'> {
  words: Uint32Array;
  titleEnd: number;
  comparedEnd: number;
  withLesson: boolean;
}

/** What MiniSearch is given: terms. */
interface Indexed {
  id: string;
  title: string[];
  text: string[];
}

const DEFAULT_HITS = 8;
const DEFAULT_SIMILAR = 3;
/** So many of a text's most telling terms are looked for. */
const MOST_TERMS = 16;
/** And no further ones, when those before stand in so many places: what is usual tells little and costs much. */
const MOST_PLACES = 6000;
/** So many of what they find are compared as whole texts. */
const MOST_COMPARED = 60;
/** Rarity is judged as among so many documents at least: one of three ideas is no usual word. */
const LEAST_OF_DOCUMENTS = 300;
const MOST_TELLING = Math.log(1 + LEAST_OF_DOCUMENTS / 0.5);
/** As long as there are so few documents, every query sees what the newest ones teach; later it is learned anew when there are four times as many, until so many have taught as is enough. */
const FEW = 2000;
const ENOUGH = 5000;

const newMiniSearch = (): MiniSearch<Indexed> =>
  new MiniSearch<Indexed>({
    fields: ['title', 'text'],
    // They are terms already. MiniSearch splits what it calls a text, which here is the list of them.
    stringifyField: (terms) => terms,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
    searchOptions: { boost: { title: 2 }, tokenize: (terms) => terms.split(' ') },
    logger: () => undefined,
  });

/** The search index of this thread. */
export class LocalIndex {
  private readonly held = new Map<string, HeldDocument>();
  private readonly gone = new Map<string, number>();
  private readonly lexicon: Lexicon;
  private readonly readWord = remembered(readWord);
  private mini = newMiniSearch();
  private documentsWith = new Map<string, number>();
  private learnedFrom = 0;
  private changes = 0;

  constructor(names: readonly string[]) {
    this.lexicon = new Lexicon(names);
  }

  get size(): number {
    return this.held.size;
  }

  put(documents: readonly SearchDocument[]): void {
    for (const document of documents) {
      const { id, version } = document;
      if (version < (this.held.get(id)?.version ?? 0) || version <= (this.gone.get(id) ?? -1)) continue;
      this.takeOut(id);
      this.gone.delete(id);
      const held = this.heldOf(document);
      this.held.set(id, held);
      this.lexicon.count(held.words, 1);
      this.add(held);
      this.changes += 1;
      if (this.changes > Math.max(FEW, 3 * this.learnedFrom) && this.learnedFrom < ENOUGH) this.learn();
    }
  }

  remove(documents: readonly DocumentVersion[]): void {
    for (const { id, version } of documents) {
      if (version < (this.held.get(id)?.version ?? 0)) continue;
      this.gone.set(id, Math.max(version, this.gone.get(id) ?? 0));
      this.takeOut(id);
    }
  }

  search(query: string, { filter, offset = 0, limit = DEFAULT_HITS }: SearchOptions = {}): SearchPage {
    this.learnIfFew();
    const asked = queryOf(query, this.lexicon, (term) => this.documentsWith.get(term) ?? 0);
    if (!asked) return { total: 0, hits: [] };
    const found = this.withAll(asked, filter);
    return {
      total: found.length,
      hits: found.slice(offset, offset + limit).map(({ id, score }) => ({ id, score })),
    };
  }

  /** What has all words; where nothing has, what has any of them. */
  private withAll(asked: AskedFor, filter: SearchFilter | undefined): { id: string; score: number }[] {
    const [rarest, ...others] = asked;
    const some = this.found(rarest, filter);
    if (others.length === 0) return some;
    // What has the rarest word is all that the others have to be looked for in.
    const ids = new Set(some.map(({ id }) => id));
    const all =
      some.length === 0 ? [] : this.found({ combineWith: 'AND', queries: [...asked] }, filter, undefined, ids);
    return all.length > 0 ? all : this.found({ combineWith: 'OR', queries: [...asked] }, filter);
  }

  similar(text: SearchText, { filter, limit = DEFAULT_SIMILAR }: SimilarOptions = {}): SimilarDocument[] {
    return this.compared(text, filter)
      .filter(({ score }) => score >= likenessSettings.threshold)
      .slice(0, limit)
      .map(({ id, score, other, own }) => ({
        id,
        score,
        shared: sharedForms(own, other, this.telling, (stem) => this.lexicon.formOf(stem), this.titles(text, id)),
      }));
  }

  /** What is most like the text, however little; most alike first. The benchmark looks at it before any threshold. */
  compared(
    text: SearchText,
    filter?: SearchFilter,
  ): { id: string; score: number; own: TermWeights; other: TermWeights }[] {
    this.learnIfFew();
    const own = this.weightsOfText(text);
    return this.candidates(own, filter)
      .flatMap((id) => {
        const held = this.held.get(id);
        if (!held) return [];
        const other = this.weightsOf(held);
        return [{ id, score: likeness(own, other, this.telling, MOST_TELLING), own, other }];
      })
      .sort((one, other) => other.score - one.score);
  }

  private candidates(own: TermWeights, filter: SearchFilter | undefined): string[] {
    const boosts = new Map<string, number>();
    let places = 0;
    const most = [...own]
      .filter(([term]) => this.documentsWith.has(term))
      .sort(([one, a], [other, b]) => b * this.rarity(other) - a * this.rarity(one))
      .slice(0, MOST_TERMS);
    for (const [term, weight] of most) {
      places += this.documentsWith.get(term) ?? 0;
      if (places > MOST_PLACES && boosts.size >= 3) break;
      boosts.set(term, weight);
    }
    if (boosts.size === 0) return [];
    return this.found([...boosts.keys()].join(' '), filter, (term) => boosts.get(term) ?? 1)
      .slice(0, MOST_COMPARED)
      .map(({ id }) => id);
  }

  private found(
    query: Query,
    filter: SearchFilter | undefined,
    boostTerm?: (term: string) => number,
    among?: ReadonlySet<string>,
  ): { id: string; score: number }[] {
    const isLet = (id: string): boolean =>
      (!among || among.has(id)) && (!filter || isLetThrough(this.held.get(id), filter));
    return this.mini.search(query, {
      ...(boostTerm && { boostTerm }),
      ...((filter || among) && { boostDocument: (id: string) => (isLet(id) ? 1 : 0) }),
    }) as { id: string; score: number }[];
  }

  /** How rare a term is among the documents, as BM25 has it. */
  private readonly rarity = (term: string): number => {
    const some = this.documentsWith.get(term) ?? 0;
    const all = Math.max(this.held.size, LEAST_OF_DOCUMENTS);
    return Math.log(1 + (all - Math.min(some, all) + 0.5) / (some + 0.5));
  };

  /** How telling a term is: what is rarer than the most telling word of a few hundred ideas tells no more. So a likeness means the same at any size. */
  private readonly telling = (term: string): number => Math.min(MOST_TELLING, this.rarity(term));

  private heldOf({ title, problem, solution, lesson, ...rest }: SearchDocument): HeldDocument {
    const parts = [title, [problem, solution ?? ''].join('\n'), lesson ?? ''].map((part) => this.tellingWords(part));
    const language = languageOfText(parts.flatMap(({ all }) => all));
    const ids = parts.map(({ telling }) => [...new Set(telling.map((word) => this.lexicon.idOf(word, language)))]);
    const [titleEnd, compared] = [ids[0]?.length ?? 0, ids[1]?.length ?? 0];
    return {
      ...rest,
      words: Uint32Array.from(ids.flat()),
      titleEnd,
      comparedEnd: titleEnd + compared,
      withLesson: lesson !== undefined && lesson !== '',
    };
  }

  private tellingWords(text: string): { all: TextWord[]; telling: TextWord[] } {
    const all = wordsOfText(text, this.readWord);
    return { all, telling: all.filter(({ plain }) => !saysNothing(plain)) };
  }

  private weightsOfText({ title, problem, solution }: SearchText): TermWeights {
    const { all, telling } = this.tellingWords([title, problem, solution ?? ''].join('\n'));
    const language: Language = languageOfText(all);
    const weights = new Map<string, number>();
    for (const word of telling) addTerms(weights, this.lexicon.termsOfWord(word, language));
    return weights;
  }

  /** What stands in the title of the text or of the document. */
  private titles({ title }: SearchText, id: string): TermWeights {
    const held = this.held.get(id);
    const ofText = this.weightsOfText({ title, problem: '' });
    return new Map([...ofText, ...(held ? this.weightsOf(held, held.titleEnd) : [])]);
  }

  private weightsOf({ words, comparedEnd }: HeldDocument, end = comparedEnd): TermWeights {
    const weights = new Map<string, number>();
    for (const word of words.subarray(0, end)) {
      const terms = this.lexicon.termsOf(word);
      if (terms) addTerms(weights, terms);
    }
    return weights;
  }

  private termsBetween(words: Uint32Array, from: number, to: number): string[] {
    const all: string[] = [];
    for (let at = from; at < to; at++) {
      const terms = this.lexicon.termsOf(words[at] ?? -1);
      if (!terms) continue;
      all.push(terms.stem, ...terms.parts);
      if (terms.meant !== undefined) all.push(terms.meant);
    }
    return all;
  }

  private termsIn({ words, titleEnd }: HeldDocument): { title: string[]; text: string[] } {
    return { title: this.termsBetween(words, 0, titleEnd), text: this.termsBetween(words, titleEnd, words.length) };
  }

  private add(held: HeldDocument): void {
    const { title, text } = this.termsIn(held);
    this.mini.add({ id: held.id, title, text });
    for (const term of new Set([...title, ...text]))
      this.documentsWith.set(term, (this.documentsWith.get(term) ?? 0) + 1);
  }

  private takeOut(id: string): void {
    const held = this.held.get(id);
    if (!held) return;
    const { title, text } = this.termsIn(held);
    for (const term of new Set([...title, ...text])) {
      const left = (this.documentsWith.get(term) ?? 0) - 1;
      if (left > 0) this.documentsWith.set(term, left);
      else this.documentsWith.delete(term);
    }
    this.mini.discard(id);
    this.lexicon.count(held.words, -1);
    this.held.delete(id);
    this.changes += 1;
  }

  private learnIfFew(): void {
    if (this.learnedFrom < FEW && this.changes > this.learnedFrom / 10) this.learn();
  }

  /** What the documents teach about words changes what they are found by, so all of them are put in anew. */
  private learn(): void {
    this.lexicon.learn(this.held.size);
    this.mini = newMiniSearch();
    this.documentsWith = new Map();
    for (const held of this.held.values()) this.add(held);
    [this.learnedFrom, this.changes] = [this.held.size, 0];
  }
}
