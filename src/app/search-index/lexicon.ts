import { partsOfCompound } from '../../domain/language/analysis/compounds.js';
import { englishStem } from '../../domain/language/analysis/english-stem.js';
import { type Neighbours, neighboursOf } from '../../domain/language/analysis/neighbours.js';
import { swedishStem } from '../../domain/language/analysis/swedish-stem.js';
import { saysNothing, type TextWord, wordsOfText } from '../../domain/language/analysis/words-of-text.js';
import { byLanguage, type Language, languageCodes } from '../../domain/languages.js';
import { remembered } from './remembered.js';

/** What a word is found by. */
export interface WordTerms {
  stem: string;
  /** Of a compound, as far as its parts are known. */
  parts: readonly string[];
  /** The stem of the usual word that this one is a slip of. */
  meant?: string;
}

interface Entry extends TextWord {
  language: Language;
  stem: string;
  /** In how many documents. */
  documents: number;
  terms?: WordTerms;
}

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
 * The words of all documents, each once, and what the municipality's own writing tells about them: which stand alone and so may be
 * parts of compounds, and which are usual enough that a rare one may be a slip of them. What a word is found by is worked out
 * once and kept until `learn`.
 */
export class Lexicon {
  private readonly ids = new Map<string, number>();
  private readonly entries: (Entry | undefined)[] = [];
  private readonly byStem = new Map<string, number[]>();
  private readonly stems = new Map<string, number>();
  private readonly names: ReadonlySet<string>;
  private neighbours: Neighbours = neighboursOf(new Map());
  private stemOf: ReadonlyMap<string, string> = new Map();

  private readonly stemOfPart: Record<Language, (word: string) => string>;

  /** @param names what the organisation calls its parts: their words count as written once */
  constructor(names: readonly string[]) {
    this.stemOfPart = byLanguage((language) => remembered(stemIn[language]));
    this.names = new Set(
      wordsOfText(names.join(' '))
        .filter(({ plain }) => !saysNothing(plain))
        .flatMap(({ plain }) => languageCodes.map((language) => stemIn[language](plain))),
    );
  }

  /** The word's number, a new one if need be. */
  idOf(word: TextWord, language: Language): number {
    const key = language + word.written;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.entries.length;
    const stem = stemIn[language](word.plain);
    const written = ownText(word.written);
    const plain = word.plain === word.written ? written : ownText(word.plain);
    this.entries.push({ written, plain, language, stem: stem === plain ? plain : ownText(stem), documents: 0 });
    this.ids.set(key, id);
    const alike = this.byStem.get(stem);
    if (alike) alike.push(id);
    else this.byStem.set(stem, [id]);
    return id;
  }

  /** Counts a document's words, or takes them back. */
  count(ids: Iterable<number>, by: 1 | -1): void {
    const stems = new Set<string>();
    for (const id of new Set(ids)) {
      const entry = this.entries[id];
      if (!entry) continue;
      entry.documents += by;
      stems.add(entry.stem);
    }
    for (const stem of stems) {
      const left = (this.stems.get(stem) ?? 0) + by;
      if (left > 0) this.stems.set(stem, left);
      else this.stems.delete(stem);
    }
  }

  /** Looks anew at what is a part and what is a slip, and forgets words that stand nowhere any more. */
  learn(documents: number): void {
    this.entries.forEach((entry, id) => {
      if (!entry) return;
      delete entry.terms;
      if (entry.documents > 0) return;
      this.entries[id] = undefined;
      this.ids.delete(entry.language + entry.written);
      const alike = (this.byStem.get(entry.stem) ?? []).filter((other) => other !== id);
      if (alike.length > 0) this.byStem.set(entry.stem, alike);
      else this.byStem.delete(entry.stem);
    });
    const least = Math.max(documents < FEW ? 1 : 2, documents / USUAL_ONE_IN);
    // A slip may be anywhere in a word: what is usual is looked for as it is written, and by its stem.
    const usual = new Map([...this.stems].filter(([, times]) => times >= least));
    const written = this.entries.flatMap((entry) => (entry && entry.documents >= least ? [entry] : []));
    this.stemOf = new Map(written.map(({ plain, stem }) => [plain, stem]));
    for (const { plain, documents: times } of written) usual.set(plain, Math.max(times, usual.get(plain) ?? 0));
    this.neighbours = neighboursOf(usual);
  }

  termsOf(id: number): WordTerms | undefined {
    const entry = this.entries[id];
    if (!entry) return undefined;
    entry.terms ??= this.analysed(entry.plain, entry.language, entry.stem);
    return entry.terms;
  }

  /** The same of a word that need not be in any document. */
  termsOfWord({ plain, written }: TextWord, language: Language): WordTerms {
    const known = this.ids.get(language + written);
    const terms = known === undefined ? undefined : this.termsOf(known);
    if (terms) return terms;
    return this.analysed(plain, language, stemIn[language](plain));
  }

  private analysed(plain: string, language: Language, stem: string): WordTerms {
    const parts = partsOfCompound(plain, this.stemOfPart[language], this.timesAlone);
    const meant = parts.length > 0 ? undefined : this.meantBy(plain, stem);
    return { stem, parts, ...(meant !== undefined && { meant }) };
  }

  private meantBy(plain: string, stem: string): string | undefined {
    const times = this.timesAlone(stem);
    if (times > MOST_OF_SLIP) return undefined;
    const atLeast = Math.max(1, TIMES_AS_USUAL * times);
    const word = this.neighbours.of(stem, atLeast) ?? this.neighbours.of(plain, atLeast);
    const meant = word === undefined ? undefined : (this.stemOf.get(word) ?? word);
    return meant === stem ? undefined : meant;
  }

  private readonly timesAlone = (stem: string): number => {
    const times = (this.stems.get(stem) ?? 0) + (this.names.has(stem) ? 1 : 0);
    return times > 0 && saysNothing(stem) ? 0 : times;
  };

  /** How a stem is most often written; undefined where no document has it. */
  formOf(stem: string): string | undefined {
    let best: Entry | undefined;
    for (const id of this.byStem.get(stem) ?? []) {
      const entry = this.entries[id];
      if (!entry || entry.documents === 0) continue;
      const ahead = best === undefined ? 1 : entry.documents - best.documents;
      if (ahead > 0 || (ahead === 0 && best !== undefined && entry.written.length < best.written.length)) best = entry;
    }
    return best?.written;
  }
}

/** A text of its own: a part of another one keeps the whole in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();
