import type { Day } from '../../time.js';

/**
 * What is looked at before a test, each by somebody whose matter it is: personal data; schedules or work environment; those
 * whom it concerns; something bought.
 */
export const checkNames = ['personalData', 'workplace', 'concerned', 'buying'] as const;
export type CheckName = (typeof checkNames)[number];

/** One of them: the answer, where there is one. `ofPlan`: asked because the plan says so, not by a tick. */
export interface Check {
  done?: boolean;
  on?: Day;
  line?: string;
  ofPlan?: true;
}
