import type { PersonRef } from '../../domain/person/person.js';

/** Whoever could not be asked about is asked about again after so long: a roster that fails is not called at every word. */
const RESTS_MS = 5 * 60_000;
const MOST = 5_000;

/** About whom the roster need not be asked just now: it could not tell, or is being asked. */
export class RosterRests {
  private readonly until = new Map<PersonRef, number>();

  constructor(private readonly now: () => number) {}

  has(ref: PersonRef): boolean {
    return (this.until.get(ref) ?? 0) > this.now();
  }

  forget(ref: PersonRef): void {
    this.until.delete(ref);
  }

  note(ref: PersonRef): void {
    this.until.delete(ref);
    this.until.set(ref, this.now() + RESTS_MS);
    const oldest = this.until.keys().next();
    if (this.until.size > MOST && !oldest.done) this.until.delete(oldest.value);
  }
}
