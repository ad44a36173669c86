import type { Words } from '../idea/words.js';
import type { PersonRef } from '../person/person.js';
import { type Instant, instantOf, millisecondsOf } from '../time.js';

/** What somebody has written for an idea and not sent in. It is nobody else's business, and ends by itself. */
export interface KeptDraft {
  /** Whose words they are. */
  person: PersonRef;
  /** The operation that sends it in: sent twice it is one idea. */
  name: string;
  words: Words;
  confidential: boolean;
  /** Code of the department that they chose; absent where theirs was known. */
  department?: string;
  /** A stored picture that goes along. */
  picture?: string;
  at: Instant;
  /** After that it goes. */
  until: Instant;
}

/** So many days what was written is kept. */
export const DRAFT_DAYS = 30;

const DAY_MS = 86_400_000;

/** When something that is kept for so many days ends. */
export const endOf = (at: Instant, days: number): Instant => instantOf(millisecondsOf(at) + days * DAY_MS);
