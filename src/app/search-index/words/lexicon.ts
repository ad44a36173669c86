import { partsOfCompound } from '../../../domain/language/analysis/compounds.js';
import { englishStem } from '../../../domain/language/analysis/english-stem.js';
import { type Neighbours, neighboursOf } from '../../../domain/language/analysis/neighbours.js';
import { swedishStem } from '../../../domain/language/analysis/swedish-stem.js';
import { type TextWord, wordsOfText } from '../../../domain/language/analysis/words-of-text.js';
import { byLanguage, type Language, languageCodes } from '../../../domain/languages.js';
import { Numbers } from './numbers.js';
import { ownText } from './own-text.js';
import { Terms } from './terms.js';

type LexiconWord = Pick<TextWord, 'written' | 'plain' | 'isUsual'>;

/** What a word is found by. */
export interface WordTerms {
  stem: string;
  /** Of a compound, as far as its parts are known. */
  parts: readonly string[];
  /** The stem of the usual word that this one is a slip of. */
  meant?: string;
}

/** The same beside the stem, as terms by number; most words have nothing of it. */
interface More {
  parts: readonly number[];
  meant: number | undefined;
}

const nothingMore: More = { parts: [], meant: undefined };
const stemIn: Record<Language, (word: string) => string> = { sv: swedishStem, en: englishStem };

/** A word is a slip of another one only if that one is so many times as usual. */
const TIMES_AS_USUAL = 3;
/** What more documents have is written as it is meant. */
const MOST_OF_SLIP = 5;
/** Words that stand in fewer than one of so many documents are no pattern for others; it bounds what is kept for this. */
const USUAL_ONE_IN = 1000;
/** Among so few, a word that is written once may be what another one is a slip of. */
const FEW = 500;

/**
 * The words of all documents, each once and by number, and what the municipality's own writing tells about them: which stand alone and so
 * may be parts of compounds, and which are usual enough that a rare one may be a slip of them. What a word is found by is worked out once.
 */
export class Lexicon {
  readonly terms = new Terms();
  private readonly numbers = byLanguage(() => new Map<string, number>());
  private readonly written: string[] = [];
  private readonly plain: string[] = [];
  private readonly languages: Language[] = [];
  private readonly stems = new Numbers();
  /** Those that tell nothing of what a text is about. */
  private readonly usual = new Numbers();
  /** In how many documents each word stands. */
  private readonly documents = new Numbers();
  private readonly more = new Map<number, More>();
  /** Which words have been looked at (2: there is more than the stem), and all that have a term: the term's newest entry, and to each entry the one before. */
  private readonly looked = new Numbers();
  private readonly newest = new Numbers();
  private readonly before = new Numbers();
  private readonly wordOf = new Numbers();
  private entries = 0;
  /** In which passage through a document a word or a term has been met last. */
  private readonly metWord = new Numbers();
  private readonly metTerm = new Numbers();
  private passage = 0;

  private neighbours: Neighbours = neighboursOf(new Map());
  private stemOf: ReadonlyMap<string, string> = new Map();

  /** @param names what the organisation calls its parts: their words count as written once */
  constructor(private readonly names: readonly string[]) {
    for (const { plain, isQuiet } of wordsOfText(names.join(' ')))
      if (!isQuiet)
        for (const language of languageCodes) this.terms.isName(this.terms.numberOf(stemIn[language](plain)));
  }

  /** The word's number, a new one if need be. */
  numberOf({ written, plain, isUsual }: LexiconWord, language: Language): number {
    const known = this.numbers[language].get(written);
    if (known !== undefined) return known;
    const number = this.written.length;
    const own = ownText(written);
    this.written.push(own);
    this.plain.push(plain === written ? own : ownText(plain));
    this.languages.push(language);
    this.stems.set(number, this.terms.numberOf(stemIn[language](plain)));
    if (isUsual) this.usual.set(number, 1);
    this.numbers[language].set(own, number);
    return number;
  }

  /** Counts that these words stand in a document, or that they do no more. */
  count(words: Uint32Array, by: 1 | -1): void {
    this.passage += 1;
    for (const word of words) {
      if (this.metWord.at(word) === this.passage) continue;
      this.metWord.set(word, this.passage);
      this.documents.add(word, by);
      const stem = this.stems.at(word);
      if (this.metTerm.at(stem) === this.passage) continue;
      this.metTerm.set(stem, this.passage);
      this.terms.stand(stem, by);
    }
  }

  /** Counts by which terms a document with these words is found, or is no more. */
  place(words: Uint32Array, by: 1 | -1): void {
    this.passage += 1;
    const placeTerm = (term: number): void => {
      if (this.metTerm.at(term) === this.passage) return;
      this.metTerm.set(term, this.passage);
      this.terms.places.add(term, by);
    };
    for (const word of words) {
      placeTerm(this.stems.at(word));
      const { parts, meant } = this.moreOf(word);
      for (const part of parts) placeTerm(part);
      if (meant !== undefined) placeTerm(meant);
    }
  }

  /**
   * One that has learned what is a part and what is a slip from all documents, and knows no words that stand nowhere. `documents`: their
   * words, which get their new numbers in place.
   */
  relearned(documents: readonly Uint32Array[]): Lexicon {
    const fresh = new Lexicon(this.names);
    const renumbered = new Numbers();
    for (const words of documents) {
      for (const [at, word] of words.entries()) {
        if (renumbered.at(word) === 0)
          renumbered.set(word, fresh.numberOf(this.wordAt(word), this.languageAt(word)) + 1);
        words[at] = renumbered.at(word) - 1;
      }
      fresh.count(words, 1);
    }
    fresh.learn(documents.length);
    for (const words of documents) fresh.place(words, 1);
    return fresh;
  }

  private learn(documents: number): void {
    const least = Math.max(documents < FEW ? 1 : 2, documents / USUAL_ONE_IN);
    // A slip may be anywhere in a word: what is usual is looked for as it is written, and by its stem.
    const usual = new Map<string, number>();
    this.terms.all.forEach((text, term) => {
      const times = this.terms.documentsWith(term);
      if (times >= least) usual.set(text, times);
    });
    const stemOf = new Map<string, string>();
    this.plain.forEach((plain, word) => {
      const times = this.documents.at(word);
      if (times < least) return;
      stemOf.set(plain, this.terms.textOf(this.stems.at(word)));
      usual.set(plain, Math.max(times, usual.get(plain) ?? 0));
    });
    this.stemOf = stemOf;
    this.neighbours = neighboursOf(usual);
  }

  stemAt(word: number): number {
    return this.stems.at(word);
  }

  /** What a word is found by beside its stem, which is worked out when it is asked for. */
  moreOf(word: number): More {
    const looked = this.looked.at(word);
    if (looked === 1) return nothingMore;
    if (looked === 2) return this.more.get(word) ?? nothingMore;
    this.looked.set(word, 1);
    const stem = this.stems.at(word);
    const { parts, meant } = this.analysed(this.wordAt(word).plain, this.languageAt(word), this.terms.textOf(stem));
    const more: More =
      parts.length === 0 && meant === undefined
        ? nothingMore
        : {
            parts: parts.map((part) => this.terms.numberOf(part)),
            meant: meant === undefined ? undefined : this.terms.numberOf(meant),
          };
    if (more !== nothingMore) {
      this.looked.set(word, 2);
      this.more.set(word, more);
    }
    for (const term of new Set([stem, ...more.parts, more.meant ?? stem])) this.enter(term, word);
    return more;
  }

  private enter(term: number, word: number): void {
    this.entries += 1;
    this.wordOf.set(this.entries, word);
    this.before.set(this.entries, this.newest.at(term));
    this.newest.set(term, this.entries);
  }

  /** Numbers of the words that are found by a term. */
  wordsWith(term: number): number[] {
    const words: number[] = [];
    for (let entry = this.newest.at(term); entry !== 0; entry = this.before.at(entry))
      words.push(this.wordOf.at(entry));
    return words;
  }

  /** The terms of a word that need not be in any document. */
  termsOfWord({ plain, written }: TextWord, language: Language): WordTerms {
    const known = this.numbers[language].get(written);
    if (known === undefined) return this.analysed(plain, language, stemIn[language](plain));
    const { parts, meant } = this.moreOf(known);
    return {
      stem: this.terms.textOf(this.stems.at(known)),
      parts: parts.map((part) => this.terms.textOf(part)),
      ...(meant !== undefined && { meant: this.terms.textOf(meant) }),
    };
  }

  private analysed(plain: string, language: Language, stem: string): WordTerms {
    const parts = partsOfCompound(plain, stemIn[language], this.timesAlone);
    const meant = parts.length > 0 ? undefined : this.meantBy(plain, stem);
    return { stem, parts, ...(meant !== undefined && { meant }) };
  }

  private meantBy(plain: string, stem: string): string | undefined {
    const times = this.timesAlone(stem);
    if (times > MOST_OF_SLIP) return undefined;
    const atLeast = Math.max(1, TIMES_AS_USUAL * times);
    const word = this.neighbours.of(stem, atLeast) ?? (plain === stem ? undefined : this.neighbours.of(plain, atLeast));
    const meant = word === undefined ? undefined : (this.stemOf.get(word) ?? word);
    // What is usual has been learned at a time: by now all who had it may be hidden.
    return meant === undefined || meant === stem || this.timesAlone(meant) === 0 ? undefined : meant;
  }

  private readonly timesAlone = (stem: string): number => {
    const term = this.terms.known(stem);
    return term === undefined ? 0 : this.terms.timesAlone(term);
  };

  /** How a stem is most often written; undefined where no document has it. */
  formOf(stem: number): string | undefined {
    let best: number | undefined;
    for (const word of this.wordsWith(stem)) {
      if (this.stems.at(word) !== stem || this.documents.at(word) === 0) continue;
      const ahead = best === undefined ? 1 : this.documents.at(word) - this.documents.at(best);
      const { length } = this.wordAt(word).written;
      if (ahead > 0 || (ahead === 0 && best !== undefined && length <= this.wordAt(best).written.length)) best = word;
    }
    return best === undefined ? undefined : this.wordAt(best).written;
  }

  /** Whether a document has the word. */
  isWritten(word: number): boolean {
    return this.documents.at(word) > 0;
  }

  /** All words in plain spelling, by number; some may stand in no document any more. */
  get allPlain(): readonly string[] {
    return this.plain;
  }

  /** Whether it is looked for, and tells nothing of what a text is about. */
  isUsual(word: number): boolean {
    return this.usual.at(word) === 1;
  }

  private wordAt(word: number): LexiconWord {
    return { written: this.written[word] ?? '', plain: this.plain[word] ?? '', isUsual: this.isUsual(word) };
  }

  private languageAt(word: number): Language {
    return this.languages[word] ?? 'sv';
  }
}
