import { addDays, type Day } from '../time.js';

/** Nothing from other departments is told somebody twice in so many days, wherever they meet it. */
export const MET_ONCE_DAYS = 90;
/** So much of it is remembered of a person; three at a time are shown, so nobody meets more. */
const MOST_MET = 300;

/** What somebody has been shown from other departments, and on which day. */
export interface Met {
  readonly id: string;
  readonly on: Day;
}

/** What is remembered once these are shown too: what is too old to count is forgotten. Pure. */
export function metAfter(before: readonly Met[], ids: readonly string[], today: Day): Met[] {
  const counts = addDays(today, -MET_ONCE_DAYS);
  const earlier = before.filter(({ id, on }) => on > counts && !ids.includes(id));
  return [...earlier, ...ids.map((id) => ({ id, on: today }))].slice(-MOST_MET);
}

/** Which of it is not shown again yet. Pure. */
export const stillMet = (before: readonly Met[], today: Day): string[] =>
  before.filter(({ on }) => on > addDays(today, -MET_ONCE_DAYS)).map(({ id }) => id);
