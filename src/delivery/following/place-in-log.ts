import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { logSince } from '../../store/keys.js';
import { STORED_WITHIN_MS } from '../../store/log.js';

/**
 * How far somebody has followed the log. What is stored late stands before what was stored earlier, so the last two minutes
 * are read again, and what is known of them dropped: by row key, for what people say by a press has no number.
 */
export class PlaceInLog {
  #upTo: number;
  #first = '';
  #known = new Set<string>();

  /** `from`: all that is stored from then on is new. */
  constructor(from: Instant) {
    this.#upTo = millisecondsOf(from);
    this.#forget();
  }

  /** Where the reading begins. */
  get from(): Instant {
    return instantOf(this.#upTo - STORED_WITHIN_MS);
  }

  isNew(key: string): boolean {
    return key >= this.#first && !this.#known.has(key);
  }

  /** These are known, and all that was stored by then (ms) up to that time has been read. */
  has(keys: readonly string[], upTo: number): void {
    for (const key of keys) this.#known.add(key);
    this.#upTo = Math.max(this.#upTo, upTo);
    this.#forget();
  }

  /** How many are remembered: those of the last two minutes. */
  get remembered(): number {
    return this.#known.size;
  }

  #forget(): void {
    this.#first = logSince(this.from).from;
    for (const key of this.#known) if (key < this.#first) this.#known.delete(key);
  }
}
