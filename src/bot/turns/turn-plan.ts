import type { Answer } from './answer.js';
import type { ReadAhead } from './read-ahead.js';
import type { Turn } from './turn.js';

/** What a turn does, once it is known who acts. */
export interface TurnPlan {
  about?: ReadAhead;
  /** It shows what only those see who have a post. */
  looksForPost?: boolean;
  answer: (turn: Turn) => Promise<Answer>;
  /** What is said after the answer. */
  afterwards?: () => Promise<Answer>;
}
