import { lettersOf, sentencesOf, wordsOfPlain } from '../phrases.js';
import { plain } from '../spelling.js';

/** What somebody has written, as it is read: each way of reading it once, when it is first asked for. */
export class TypedText {
  #plain: string | undefined;
  #words: readonly string[] | undefined;
  #letters: number | undefined;
  #sentences: readonly TypedText[] | undefined;

  constructor(
    readonly text: string,
    /** It has a question mark; of a sentence only. */
    readonly asks = false,
  ) {}

  /** In plain spelling. */
  get plain(): string {
    this.#plain ??= plain(this.text);
    return this.#plain;
  }

  /** Its words in plain spelling. */
  get words(): readonly string[] {
    this.#words ??= wordsOfPlain(this.plain);
    return this.#words;
  }

  /** With which letters its words begin. */
  get letters(): number {
    this.#letters ??= lettersOf(this.words);
    return this.#letters;
  }

  get sentences(): readonly TypedText[] {
    this.#sentences ??= sentencesOf(this.text).map(({ text, asks }) => new TypedText(text, asks));
    return this.#sentences;
  }
}

/** A text that may have been read already. */
export type MaybeRead = string | TypedText;

export const asRead = (text: MaybeRead): TypedText => (typeof text === 'string' ? new TypedText(text) : text);
