import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import type { CommandContext, Outcome } from '../../command.js';
import { hoursIn, isNothing, takenBy } from '../../deciding/resources.js';
import type { EventDefinition } from '../../event.js';
import type { FunderTier, Idea } from '../../idea.js';
import { forTest, happens, waitsFor } from '../../standing.js';
import { without, withoutQuestion } from '../changes.js';
import { testDays, testFrom } from './test-days.js';

/** A plan that holds: what its test costs, in SEK and in hours of work, who decides on that, and its days. */
export interface Planned {
  cost: number;
  hours?: number;
  funder?: FunderTier;
  test: { start: Day; end: Day };
}

/** The test begins where it takes neither money nor hours; else those are decided on first. `more`: what the event says beside that. */
export function goesOn<T extends string, More extends object>(
  event: EventDefinition<T, Planned & More>,
  context: CommandContext<{ funder?: FunderTier }>,
  more: More,
): Outcome {
  const test = testDays(context);
  if (!test) return refuse({ code: 'testDatePassed' });
  const taken = takenBy(context.idea);
  if (isNothing(taken)) return happens(event, forTest(context, test.end), { cost: 0, test, ...more });
  const { funder = 'office' } = context.data;
  const asked = { cost: taken.amount, ...hoursIn('hours', taken.hours), funder, test, ...more };
  return happens(event, waitsFor(context, 'planning', { for: 'funder' }), asked);
}

/** The idea whose plan holds: the test begins, or its money and hours are waited for. */
export function withPlan(idea: Idea, { day, data }: { day: Day; data: Planned }): Idea {
  const { cost, hours = 0, funder, test } = data;
  if (!funder) return { ...without(idea, 'question', 'money', 'earlierNo'), test: testFrom(test, day) };
  return { ...withoutQuestion(idea), money: { asked: cost, ...hoursIn('askedHours', hours), funder } };
}
