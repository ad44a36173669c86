import type { Goal } from '../organisation/organisation.js';
import type { Sums } from './sums.js';

/** How an idea that serves a goal stands. */
export const goalStates = ['open', 'tested', 'inUse'] as const;

/** What serves a goal of the municipality now. */
export interface GoalFigures {
  goal: Goal;
  open: number;
  tested: number;
  inUse: number;
}

/** Each goal in the organisation file's order, also one that nothing serves yet: that is where ideas are asked for. */
export const goalsOf = (goals: readonly Goal[], now: readonly Sums[]): GoalFigures[] =>
  goals.map((goal) => {
    const count = (state: (typeof goalStates)[number]) =>
      now.reduce((sum, sums) => sum + (sums[`goals.${goal.code}.${state}`]?.cases ?? 0), 0);
    return { goal, open: count('open'), tested: count('tested'), inUse: count('inUse') };
  });
