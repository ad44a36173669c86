import type { Organisation } from '../../organisation/organisation.js';
import { addDays, type Day, daysBetween } from '../../time.js';
import type { Idea, Waiting } from '../idea.js';
import { workerOf } from './silence.js';

/** What an idea waits for, as far as lateness goes by it: also as a list's row has it. */
type Awaited = Pick<Idea, 'answerBy' | 'promised' | 'reminded' | 'escalated'> & { waiting?: Pick<Waiting, 'for'> };

/** True when an answer is owed and its date has passed; a reminder sets a new date, but the first promise is broken still. */
export const isLate = (idea: Pick<Awaited, 'waiting' | 'answerBy' | 'reminded'>, today: Day): boolean =>
  idea.waiting !== undefined && (idea.reminded || (idea.answerBy !== undefined && idea.answerBy < today));

/** Whoever has said yes to work has something to finish by its date; everybody else, and they before that, to answer. A doer's date is the work's own. */
export const isWork = (idea: Pick<Idea, 'waiting' | 'driver' | 'doer' | 'owner'>): boolean =>
  idea.waiting?.for === 'doer' || workerOf(idea) !== undefined;

/** Which role an idea waits for, as the organisation file's answerDays name them. */
export const roleWaitedFor = (idea: Pick<Awaited, 'waiting'>): keyof Organisation['answerDays'] | undefined =>
  idea.waiting?.for === 'deciders' ? 'leader' : idea.waiting?.for;

/**
 * The day by which an answer was promised first. It is kept with the idea; of one that an earlier version reminded of it is
 * counted back: the reminder comes the morning after the date and moves it by the role's answer days.
 */
export function promisedDay(idea: Awaited, answerDays: Organisation['answerDays']): Day | undefined {
  const role = roleWaitedFor(idea);
  if (!role || !idea.answerBy) return undefined;
  const moves = (idea.reminded ? 1 : 0) + (idea.escalated ? 1 : 0);
  return idea.promised ?? (moves === 0 ? idea.answerBy : addDays(idea.answerBy, -moves * (answerDays[role] + 1)));
}

/** Days since the answer that was promised first; 0 for an idea that is not late. */
export function daysLate(idea: Awaited, today: Day, answerDays: Organisation['answerDays']): number {
  const promised = promisedDay(idea, answerDays);
  return promised && isLate(idea, today) ? Math.max(1, daysBetween(promised, today)) : 0;
}
