import type { Idea } from './idea.js';
import { addDays, type Day, daysBetween } from './time.js';

/** A test shorter than this is over before a look half-way is of use. */
const SHORTEST_WITH_HALF_WAY = 14;

/** A test between two days, with the day half-way where it is long enough; `from` is where counting begins. */
export function testBetween(start: Day, end: Day, from = start): NonNullable<Idea['test']> {
  const length = daysBetween(from, end);
  return { start, end, ...(length >= SHORTEST_WITH_HALF_WAY && { halfWay: addDays(from, Math.floor(length / 2)) }) };
}
