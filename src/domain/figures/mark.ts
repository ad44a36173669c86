import type { Who } from '../idea/idea.js';
import type { Measure } from './measures.js';
import type { Month } from './months.js';

/** In place of a month: as it stands. */
export const NOW = 'now';

/** One thing that an idea counts for, in one department and month. */
export interface FigureMark {
  measure: Measure;
  /** What divides a measure: the stage and role of what waits, a goal. */
  part?: string;
  /** Which of several of this measure in the idea. */
  of?: string;
  department: string;
  month: Month | typeof NOW;
  hit?: true;
  /** Calendar days that something took; of what waits, the day of the month on which that began. */
  days?: number;
  /** Whole SEK. */
  sum?: number;
  unit?: string;
  /** On whom it rests, by a name that tells people apart and says of none who that is. */
  by?: string;
}

/** A name that tells somebody from others and says of nobody who it is; undefined of the clock. */
export type NamesPeople = (who: Who) => string | undefined;

/** By which two marks of an idea are told apart. */
export const markName = ({ measure, part = '', of = '', department, month }: FigureMark): string =>
  [measure, part, of, department, month].join('|');
