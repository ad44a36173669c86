import type { Filterable } from './filter.js';
import type { SearchDocument } from './search-index.js';
import { Numbers } from './words/numbers.js';

/** A document as it is held; its words are apart. */
export interface HeldDocument extends Filterable {
  version: number;
  leaning?: string;
}

/** What of a document is held. */
export const heldOf = ({
  id,
  version,
  departments,
  knownTo = [],
  goals,
  stage,
  test,
  lesson,
  leaning,
}: SearchDocument): HeldDocument => ({
  ...{ id, version, departments, knownTo, goals, stage },
  withLesson: lesson !== undefined && lesson !== '',
  ...(test && { test }),
  ...(leaning && { leaning }),
});

/** Its words by number: the title's first, then the others that are compared, then those that are only searched. */
export interface WordsOfDocument {
  words: Uint32Array;
  /** How many stand in the title, and in all that is compared. */
  titleEnd: number;
  comparedEnd: number;
}

/** So much of what is held may be words of documents that are gone, before they are moved together. */
const LEAST_WASTE = 50_000;

/**
 * The documents, each in a place of its own, and the words of all of them in one row of numbers: a hundred thousand are read through in
 * milliseconds, which is why there is no list of who has which word.
 */
export class HeldDocuments {
  private readonly placeOf = new Map<string, number>();
  private readonly documents: (HeldDocument | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly starts = new Numbers();
  private readonly titleEnds = new Numbers();
  private readonly comparedEnds = new Numbers();
  private readonly ends = new Numbers();
  private words = new Uint32Array(4096);
  private used = 0;
  private held = 0;
  /** Lists of codes that have been met: most documents have the same few. */
  private readonly lists = new Map<string, readonly string[]>();

  constructor(private readonly leastWaste = LEAST_WASTE) {}

  get size(): number {
    return this.placeOf.size;
  }

  /** How many words a document has. */
  get usualLength(): number {
    return this.held / Math.max(1, this.size);
  }

  get(id: string): HeldDocument | undefined {
    const place = this.placeOf.get(id);
    return place === undefined ? undefined : this.documents[place];
  }

  /** Where a document is held; undefined where it is not. */
  placeFor(id: string): number | undefined {
    return this.placeOf.get(id);
  }

  at(place: number): HeldDocument | undefined {
    return this.documents[place];
  }

  /** Ids of all, the one that was put in last first. */
  newest(): string[] {
    return [...this.placeOf.keys()].reverse();
  }

  /** Puts a document in that is not there. */
  put(document: HeldDocument, { words, titleEnd, comparedEnd }: WordsOfDocument): void {
    const place = this.free.pop() ?? this.documents.length;
    this.makeRoom(words.length);
    const start = this.used;
    this.words.set(words, start);
    this.used += words.length;
    this.held += words.length;
    this.starts.set(place, start);
    this.titleEnds.set(place, start + titleEnd);
    this.comparedEnds.set(place, start + comparedEnd);
    this.ends.set(place, this.used);
    this.documents[place] = {
      ...document,
      stage: this.oneList([document.stage])[0] ?? document.stage,
      ...(document.test && { test: this.oneList([document.test])[0] ?? document.test }),
      departments: this.oneList(document.departments),
      knownTo: this.oneList(document.knownTo),
      goals: this.oneList(document.goals),
    };
    this.placeOf.set(document.id, place);
  }

  /** Takes a document out. */
  drop(id: string): void {
    const place = this.placeOf.get(id);
    if (place === undefined) return;
    this.held -= this.wordsAt(place).length;
    this.placeOf.delete(id);
    this.documents[place] = undefined;
    this.free.push(place);
    if (this.used - this.held > Math.max(this.leastWaste, this.held)) this.moveTogether();
  }

  /** All words of a document, no copy; none for a document that is not there. */
  wordsOf(id: string): Uint32Array {
    const place = this.placeOf.get(id);
    return place === undefined ? new Uint32Array() : this.wordsAt(place);
  }

  /** Those of its title. */
  titleAt(place: number): Uint32Array {
    return this.words.subarray(this.starts.at(place), this.titleEnds.at(place));
  }

  /** Those that are compared. */
  comparedAt(place: number): Uint32Array {
    return this.words.subarray(this.starts.at(place), this.comparedEnds.at(place));
  }

  /** All words of every document, no copies. */
  allWords(): Uint32Array[] {
    return [...this.placeOf.values()].map((place) => this.wordsAt(place));
  }

  /**
   * Reads through all documents: `met` is told of each word that is marked, with its mark and whether it stands in the title; `done` of each
   * document that had any. `marks`: by word, 0 for one that is not looked for. `compared`: only what is compared.
   */
  readThrough(
    marks: Uint16Array,
    compared: boolean,
    met: (mark: number, inTitle: boolean) => void,
    done: (place: number, length: number) => void,
  ): void {
    const [starts, titleEnds, words] = [this.starts.all, this.titleEnds.all, this.words];
    const ends = compared ? this.comparedEnds.all : this.ends.all;
    for (let place = 0; place < this.documents.length; place++) {
      if (this.documents[place] === undefined) continue;
      const [start, titleEnd, end] = [starts[place] ?? 0, titleEnds[place] ?? 0, ends[place] ?? 0];
      let any = false;
      for (let at = start; at < end; at++) {
        const mark = marks[words[at] ?? 0];
        if (!mark) continue;
        any = true;
        met(mark, at < titleEnd);
      }
      if (any) done(place, end - start);
    }
  }

  private wordsAt(place: number): Uint32Array {
    return this.words.subarray(this.starts.at(place), this.ends.at(place));
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.words.length) return;
    const larger = new Uint32Array(Math.ceil((this.used + more) * 1.25));
    larger.set(this.words.subarray(0, this.used));
    this.words = larger;
  }

  private moveTogether(): void {
    const together = new Uint32Array(Math.ceil(this.held * 1.25));
    let used = 0;
    for (const place of this.placeOf.values()) {
      const [words, start] = [this.wordsAt(place), this.starts.at(place)];
      together.set(words, used);
      for (const ends of [this.titleEnds, this.comparedEnds, this.ends]) ends.set(place, ends.at(place) - start + used);
      this.starts.set(place, used);
      used += words.length;
    }
    [this.words, this.used] = [together, used];
  }

  private oneList(codes: readonly string[]): readonly string[] {
    const key = codes.join('\n');
    const known = this.lists.get(key);
    if (known) return known;
    this.lists.set(key, codes);
    return codes;
  }
}
