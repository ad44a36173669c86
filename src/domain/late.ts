import type { Idea } from './idea.js';
import type { Organisation } from './organisation.js';
import { addDays, type Day, daysBetween } from './time.js';

/** True when an answer is owed and its date has passed; a reminder sets a new date, but the first promise is broken still. */
export const isLate = (idea: Pick<Idea, 'waiting' | 'answerBy' | 'reminded'>, today: Day): boolean =>
  idea.waiting !== undefined && (idea.reminded || (idea.answerBy !== undefined && idea.answerBy < today));

/** Which role an idea waits for, as the organisation file's answerDays name them. */
export const roleWaitedFor = (idea: Pick<Idea, 'waiting'>): keyof Organisation['answerDays'] | undefined =>
  idea.waiting?.for === 'deciders' ? 'leader' : idea.waiting?.for;

/**
 * Days since the first answer date; 0 for an idea that is not late. The reminder comes the morning after that date and
 * moves it by the role's answer days, so the first date can be counted back.
 */
export function daysLate(idea: Idea, today: Day, answerDays: Organisation['answerDays']): number {
  const role = roleWaitedFor(idea);
  if (!role || !idea.answerBy || !isLate(idea, today)) return 0;
  const moves = (idea.reminded ? 1 : 0) + (idea.escalated ? 1 : 0);
  const first = addDays(idea.answerBy, -moves * (answerDays[role] + 1));
  return Math.max(1, daysBetween(first, today));
}
