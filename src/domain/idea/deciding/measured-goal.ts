import type { Idea } from '../idea.js';

/** How a test went beside its goal, as whoever led it says and those who decide on its result agree. */
export const goalJudgements = ['yes', 'partly', 'no'] as const;
export type GoalJudgement = (typeof goalJudgements)[number];

/** Whether a test has a goal that can be judged: what is measured, how it was, and what was to be reached. */
export const hasMeasuredGoal = ({ answers: { measure, today, target } }: Pick<Idea, 'answers'>): boolean =>
  measure !== undefined && today !== undefined && target !== undefined;
