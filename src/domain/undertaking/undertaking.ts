import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { YearPart } from '../year-parts.js';
import type { UndertakingWords } from './words.js';

/** Where an undertaking is on its way: it is to be done, it is done, it will not be done, or its year ended first. */
export const undertakingStages = ['planned', 'done', 'dropped', 'lapsed'] as const;
export type UndertakingStage = (typeof undertakingStages)[number];

/** So many a department has in a year: who undertakes more finishes less. What was dropped does not count. */
export const MOST_A_YEAR = 3;
/** So many of a year can be dropped and others taken in their place: what is listed of a year has an end. */
export const MOST_DROPPED = 9;

/**
 * Something that a department undertakes for a year, so that it gets more of its ideas done ("Aktivitet"; the Bot Framework has
 * another meaning for that word).
 */
export interface Undertaking {
  id: string;
  /** The number of its newest event. */
  seq: number;
  /** Rises when its stage or its day changes: an older card is answered with the present one. */
  decisionVersion: number;
  stage: UndertakingStage;
  /** Code of the department whose it is. */
  department: string;
  /** For which year, and which of that year's three. */
  year: string;
  place: number;
  words: UndertakingWords;
  addedBy: PersonRef;
  addedOn: Day;
  /** The day by which it is to be done. */
  until: Day;
  /** The day that was said before, where it has been moved. */
  moved?: Day;
  /** Before the end of which part of its year somebody was reminded last. */
  reminded?: YearPart;
  /** Its words are shown to nobody but those who keep it. */
  hidden?: true;
  changedAt: Instant;
}
