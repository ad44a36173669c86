import type { Deps } from '../../app/deps.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Answer } from './answer.js';
import type { Turn } from './turn.js';

/** Begins to read what a turn is about, and gives the stores that answer with it. `me`: who they were when they last wrote. */
export type BeginsReading = (deps: Deps, me: PersonRef | undefined) => Deps;

/** What a turn does, once it is known who acts. */
export interface TurnPlan {
  /** What is read while it is found out who acts. */
  readAhead?: BeginsReading | undefined;
  /** It shows what only those see who have a post. */
  looksForPost?: boolean;
  answer: (turn: Turn) => Promise<Answer>;
  /** What is said after the answer. */
  afterwards?: () => Promise<Answer>;
}
