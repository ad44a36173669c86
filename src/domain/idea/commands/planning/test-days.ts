import { addDays, type Day, daysBetween, laterOf } from '../../../time.js';
import type { CommandContext } from '../../command.js';
import type { Idea } from '../../idea.js';

/** A test shorter than this is over before a look half-way is of use. */
const SHORTEST_WITH_HALF_WAY_DAYS = 14;

/** A test between two days, with the day half-way where it is long enough; `from` is where counting begins. */
function testBetween(start: Day, end: Day, from = start): NonNullable<Idea['test']> {
  const length = daysBetween(from, end);
  const isLong = length >= SHORTEST_WITH_HALF_WAY_DAYS;
  return { start, end, ...(isLong && { halfWay: addDays(from, Math.floor(length / 2)) }) };
}

/** A test that is agreed on a day: of one that has begun, half of what is left is half-way. */
export const testFrom = ({ start, end }: { start: Day; end: Day }, day: Day): NonNullable<Idea['test']> =>
  testBetween(start, end, laterOf(start, day));

/** The agreed days of the test, unless it would be over before it has begun. */
export function testDays({
  idea,
  today,
}: Pick<CommandContext, 'idea' | 'today'>): { start: Day; end: Day } | undefined {
  const { start, end } = idea.answers;
  if (!start || !end || end < today) return undefined;
  // One that had begun when it was written goes on; else nothing has been done while the plan was waiting.
  return { start: idea.testBegun ? start : laterOf(start, today), end };
}

/** The idea with another last day of its test, which is counted from the day on which that was said. */
export function withTestUntil(idea: Idea, end: Day, day: Day): Idea {
  const start = idea.test?.start ?? day;
  return { ...idea, answers: { ...idea.answers, end }, test: testBetween(start, end, day) };
}
