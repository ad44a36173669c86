import { exactly, type Spread, spreadOf } from './spread';

/** What one row of the table found. */
export interface Figure {
  ours: Spread;
  /** What the reference did in the same rounds. */
  reference?: Spread;
  /** Ours divided by the reference's, round by round. */
  ratio?: Spread;
  /** What the reader should know of this figure, such as which card it was. */
  note?: string;
}

export const counted = (count: number, note?: string): Figure => ({ ours: exactly(count), ...(note && { note }) });

/** Two series of the same rounds, set against each other round by round, so that what slows the machine slows both. */
export function against(ours: readonly number[], reference: readonly number[], note?: string): Figure {
  const ratios = ours.map((value, round) => value / (reference[round] ?? Number.NaN));
  return { ours: spreadOf(ours), reference: spreadOf(reference), ratio: spreadOf(ratios), ...(note && { note }) };
}
