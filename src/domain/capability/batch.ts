import { FEWEST_ANSWERS } from './round.js';

/**
 * How many of those that wait are added to the sums now: seven, as soon as as many are left to wait. So the sums never change by
 * fewer people, and those that are left when the round closes are enough to be added then.
 */
export const batchOf = (waiting: number): number => (waiting >= 2 * FEWEST_ANSWERS ? FEWEST_ANSWERS : 0);
