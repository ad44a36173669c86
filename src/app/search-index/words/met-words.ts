import {
  languageBy,
  piecesIn,
  piecesOfText,
  readWord,
  type TextWord,
} from '../../../domain/language/analysis/words-of-text.js';
import type { Language } from '../../../domain/languages.js';
import { Numbers } from './numbers.js';
import { ownText } from './own-text.js';

/** So many are remembered at most before a text is read: nearly all words of a text are among them. */
const MOST_REMEMBERED = 65_536;
const HYPHEN = 45;

/** What one unit of a text is to words; a half of a sign that takes two is looked at together with the other. */
const unknown = 0;
const apart = 1;
const letter = 2;
const half = 3;
const kinds = new Uint8Array(0x1_0000);

function kindOf(code: number): number {
  const known = kinds[code] ?? unknown;
  if (known !== unknown) return known;
  const isHalf = code >= 0xd800 && code < 0xe000;
  const kind = isHalf ? half : /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? letter : apart;
  kinds[code] = kind;
  return kind;
}

const withCode = (hash: number, code: number): number => Math.imul(hash ^ code, 0x0100_0193);
const SEED = 0x811c_9dc5 | 0;

/**
 * The words of texts, read once each: the same as `wordsOfText` gives, without a piece being cut out of the text for each that has been
 * met before. Most of building an index is this.
 */
export class MetWords {
  /** By hash: a place in the lists below, and 1. */
  private table = new Int32Array(4 * MOST_REMEMBERED);
  private pieces: string[] = [];
  private words: (TextWord | undefined)[] = [];
  private readonly hashes = new Numbers();
  /** What `languageOfText` sums up, and whether a word is looked for, by place. */
  private readonly leads = new Numbers();
  private readonly quiet = new Numbers();
  private numbers: Record<Language, Numbers> = { sv: new Numbers(), en: new Numbers() };
  private found = new Uint32Array(1024);
  private lead = 0;
  /** How many words have been read since `begin`. */
  count = 0;

  /** A new text; the places of words of earlier ones mean nothing any more. */
  begin(): void {
    [this.count, this.lead] = [0, 0];
    if (this.pieces.length <= MOST_REMEMBERED) return;
    [this.pieces, this.words] = [[], []];
    this.table.fill(0);
    this.forgetNumbers();
  }

  /** Reads a part of the text, and gives how many words there are so far. */
  read(text: string): number {
    const given = text.normalize('NFC');
    const from = [this.count, this.lead] as const;
    if (!this.readUnits(given)) {
      [this.count, this.lead] = from;
      for (const piece of piecesOfText(given)) this.add(this.placeOfPiece(piece));
    }
    return this.count;
  }

  /** In which language the text is written, by its smallest words; Swedish where they do not tell. */
  get language(): Language {
    return languageBy(this.lead);
  }

  /** The place of one of the words that have been read. */
  at(nth: number): number {
    return this.found[nth] ?? 0;
  }

  /** No document is found by it. */
  isLeftOut(place: number): boolean {
    return this.quiet.at(place) === 1;
  }

  wordAt(place: number): TextWord | undefined {
    return this.words[place];
  }

  /** Its number in the lexicon and 1, if it is known; else 0. */
  numberAt(place: number, language: Language): number {
    return this.numbers[language].at(place);
  }

  setNumber(place: number, language: Language, number: number): void {
    this.numbers[language].set(place, number + 1);
  }

  /** Words have other numbers from now on. */
  forgetNumbers(): void {
    this.numbers = { sv: new Numbers(), en: new Numbers() };
  }

  /** False where a sign takes two units: then it has to be read another way. */
  private readUnits(text: string): boolean {
    let at = 0;
    while (at < text.length) {
      let code = text.charCodeAt(at);
      let kind = kindOf(code);
      if (kind === half) return false;
      if (kind === apart) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = SEED;
      while (kind === letter) {
        hash = withCode(hash, code);
        at += 1;
        if (at === text.length) break;
        code = text.charCodeAt(at);
        kind = kindOf(code);
      }
      if (kind === half) return false;
      if (code === HYPHEN && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) !== apart) {
        at = this.endOfHyphened(text, at);
        if (at < 0) return false;
        for (const piece of piecesIn(text.slice(start, at))) this.add(this.placeOfPiece(piece));
        continue;
      }
      this.add(this.placeOf(text, start, at, hash));
    }
    return true;
  }

  /** Where what goes on behind a hyphen ends; below 0 where a sign in it takes two units. */
  private endOfHyphened(text: string, hyphen: number): number {
    let at = hyphen;
    while (text.charCodeAt(at) === HYPHEN && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) !== apart) {
      at += 1;
      while (at < text.length && kindOf(text.charCodeAt(at)) === letter) at += 1;
      if (at < text.length && kindOf(text.charCodeAt(at)) === half) return -1;
    }
    return at;
  }

  private add(place: number): void {
    if (this.words[place] === undefined) return;
    if (this.count >= this.found.length) {
      const larger = new Uint32Array(2 * this.found.length);
      larger.set(this.found);
      this.found = larger;
    }
    this.found[this.count] = place;
    this.count += 1;
    // As unsigned numbers they are kept with one more than they are.
    this.lead += this.leads.at(place) - 1;
  }

  private placeOfPiece(piece: string): number {
    let hash = SEED;
    for (let at = 0; at < piece.length; at++) hash = withCode(hash, piece.charCodeAt(at));
    return this.placeOf(piece, 0, piece.length, hash);
  }

  private placeOf(text: string, start: number, end: number, hash: number): number {
    const whole = hash >>> 0;
    const last = this.table.length - 1;
    let slot = (whole ^ (whole >>> 15)) & last;
    for (let known = this.table[slot] ?? 0; known !== 0; known = this.table[slot] ?? 0) {
      const piece = this.pieces[known - 1] ?? '';
      if (this.hashes.at(known - 1) === whole && piece.length === end - start && text.startsWith(piece, start))
        return known - 1;
      slot = (slot + 1) & last;
    }
    const place = this.pieces.length;
    this.table[slot] = place + 1;
    const piece = ownText(text.slice(start, end));
    const word = readWord(piece);
    this.pieces.push(piece);
    this.words.push(word);
    this.hashes.set(place, whole);
    this.leads.set(place, (word?.isSwedish ?? 0) + 1);
    this.quiet.set(place, word?.isQuiet && !word.isUsual ? 1 : 0);
    if (2 * this.pieces.length > this.table.length) this.makeRoom();
    return place;
  }

  /** One text may have more words than are remembered otherwise. */
  private makeRoom(): void {
    this.table = new Int32Array(2 * this.table.length);
    const last = this.table.length - 1;
    for (let place = 0; place < this.pieces.length; place++) {
      const whole = this.hashes.at(place);
      let slot = (whole ^ (whole >>> 15)) & last;
      while (this.table[slot] !== 0) slot = (slot + 1) & last;
      this.table[slot] = place + 1;
    }
  }
}
