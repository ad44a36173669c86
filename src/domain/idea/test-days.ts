import { addDays, type Day, daysBetween, earlierOf, laterOf } from '../time.js';
import type { EventOf } from './events.js';
import type { Idea } from './idea.js';

/** A test shorter than this is over before a look half-way is of use. */
const SHORTEST_WITH_HALF_WAY = 14;

/** A test between two days, with the day half-way where it is long enough; `from` is where counting begins. */
export function testBetween(start: Day, end: Day, from = start): NonNullable<Idea['test']> {
  const length = daysBetween(from, end);
  return { start, end, ...(length >= SHORTEST_WITH_HALF_WAY && { halfWay: addDays(from, Math.floor(length / 2)) }) };
}

/** A test that is agreed on a day: of one that has begun, half of what is left is half-way. */
export const testFrom = ({ start, end }: { start: Day; end: Day }, day: Day): NonNullable<Idea['test']> =>
  testBetween(start, end, laterOf(start, day));

/** The idea with its result handed in; its test ended that day where whoever drives it has said so. */
export function endedEarly(idea: Idea, { data: { ended } }: EventOf<'resultSubmitted'>): Idea {
  if (!ended || !idea.test) return idea;
  const test = { start: earlierOf(idea.test.start, ended), end: ended };
  return { ...idea, answers: { ...idea.answers, end: ended }, test };
}
