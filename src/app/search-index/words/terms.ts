import { saysNothing } from '../../../domain/language/analysis/words-of-text.js';
import { Numbers } from './numbers.js';
import { ownText } from './own-text.js';

/** Everything that a word may be found by, each text once and by its number from 1 on. */
export class Terms {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [''];
  private readonly stands = new Numbers();
  private readonly quiet = new Numbers();
  private readonly names = new Numbers();
  /** In how many documents each can be found. */
  readonly places = new Numbers();

  /** Its number, a new one if need be. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    const own = ownText(text);
    this.texts.push(own);
    this.numbers.set(own, number);
    if (saysNothing(own)) this.quiet.set(number, 1);
    return number;
  }

  /** Its number; undefined where it has none. */
  known(text: string): number | undefined {
    return this.numbers.get(text);
  }

  textOf(number: number): string {
    return this.texts[number] ?? '';
  }

  /** All of them by their number; the first is none. */
  get all(): readonly string[] {
    return this.texts;
  }

  /** Its word is one of the organisation's own names. */
  isName(number: number): void {
    this.names.set(number, 1);
  }

  /** A document more has a word of this stem, or one less. */
  stand(number: number, by: 1 | -1): void {
    this.stands.add(number, by);
  }

  /** In how many documents it stands as a word of its own. */
  documentsWith(number: number): number {
    return this.stands.at(number);
  }

  /** The same where it may be a part of a compound or what a slip is meant as: 0 for what says nothing, and a name stands somewhere in any case. */
  timesAlone(number: number): number {
    return this.quiet.at(number) === 1 ? 0 : this.stands.at(number) + this.names.at(number);
  }
}
