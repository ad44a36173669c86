import type { Leaning } from '../../../domain/idea/waiting/leaning.js';

/** What may be handled together: alike, small enough to be done at once, somebody else's, and what needs thought. */
export const pileNames = ['alike', 'direct', 'elsewhere', 'think'] as const;
export type PileName = (typeof pileNames)[number];

/** A page of a pile as it is shown. */
export interface ShownPile {
  name: PileName;
  /** How many pages there are. */
  pages: number;
  shared: readonly string[];
  /** Which way each seems to go. */
  leanings: ReadonlyMap<string, Leaning>;
  /** What of it is unlike all that is taken on here. */
  unlike: ReadonlySet<string>;
}
