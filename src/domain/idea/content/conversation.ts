import type { PersonRef } from '../../person/person.js';

/**
 * A question that has no answer yet: to the submitter, or, from whoever decides on the money (`backTo` the funder), to the one
 * who drives. `left`: how many days of their own they had to answer then, which they have again when it comes back.
 */
export interface Question {
  by: PersonRef;
  text: string;
  backTo: 'driver' | 'deciders' | 'funder';
  seq?: number;
  left?: number;
}

/** The newest comment, until those whom it is for have seen another; `with`: those who have commented before, the newest last. */
export interface Talk {
  by: PersonRef;
  text: string;
  seq?: number;
  with?: PersonRef[];
}

/** What the newest answer or comment, event `seq`, answers: shown beside it, and gone with what it quotes. */
export interface Replied {
  seq: number;
  to: { as: 'question' | 'comment'; by: PersonRef; text: string; seq?: number };
}
