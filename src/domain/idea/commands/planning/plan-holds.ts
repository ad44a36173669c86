import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import type { CommandContext, Outcome } from '../../command.js';
import type { EventDefinition } from '../../event.js';
import type { FunderTier, Idea } from '../../idea.js';
import { costOf } from '../../needs.js';
import { forTest, happens, waitsFor } from '../../standing.js';
import { without, withoutQuestion } from '../changes.js';
import { testDays, testFrom } from './test-days.js';

/** A plan that holds: what its test costs, who decides on that, and its days. */
export interface Planned {
  cost: number;
  funder?: FunderTier;
  test: { start: Day; end: Day };
}

/** The test begins where it costs nothing; else its money is decided on first. */
export function goesOn<T extends string>(
  event: EventDefinition<T, Planned>,
  context: CommandContext<{ funder?: FunderTier }>,
): Outcome {
  const test = testDays(context);
  if (!test) return refuse({ code: 'testDatePassed' });
  const cost = costOf(context.idea) ?? 0;
  if (cost === 0) return happens(event, forTest(context, test.end), { cost, test });
  const { funder = 'office' } = context.data;
  return happens(event, waitsFor(context, 'planning', { for: 'funder' }), { cost, funder, test });
}

/** The idea whose plan holds: the test begins, or its money is waited for. */
export function withPlan(idea: Idea, { day, data }: { day: Day; data: Planned }): Idea {
  const { cost, funder, test } = data;
  if (!funder) return { ...without(idea, 'question', 'money', 'earlierNo'), test: testFrom(test, day) };
  return { ...withoutQuestion(idea), money: { asked: cost, funder } };
}
