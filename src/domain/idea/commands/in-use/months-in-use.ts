import { dayOf, monthsBetween } from '../../../time.js';
import type { CommandContext } from '../../command.js';
import { timeInUse } from '../../use/in-use.js';

/** Whole months since it came into use where it came from. */
export function monthsInUse({ idea, today, setting }: Pick<CommandContext, 'idea' | 'today' | 'setting'>): number {
  const from = idea.adoptions[idea.department]?.start ?? dayOf(idea.createdAt, setting.timeZone);
  const { until = today } = timeInUse(idea, today) ?? {};
  return monthsBetween(from, until);
}
