import { type GoalJudgement, hasMeasuredGoal } from '../../idea/deciding/measured-goal.js';
import type { EventType } from '../../idea/events.js';
import type { Idea } from '../../idea/idea.js';
import { stages } from '../../idea/stages.js';
import type { FigureMark, NamesPeople } from '../mark.js';
import { monthOf } from '../months.js';
import type { WalkStep } from '../walk.js';

/** How a test that is over went: as it was judged; with a goal that nobody has judged; without one that can be. */
export const testResults = ['yes', 'partly', 'no', 'unjudged', 'noGoal'] as const;
export type TestResult = (typeof testResults)[number];

/** With what a test is over. */
const ends: ReadonlySet<EventType> = new Set([...(['scaled', 'usedHere', 'closed', 'stoppedAsAgreed'] as const)]);

/**
 * Each test that is over, in the month of the decision on its result, by how it went. One that others took in and that came back is
 * the same test, and is over when it is anew. How it was judged stands in the record; whether it had a goal, in the idea.
 */
export function finishedTestMarks(steps: readonly WalkStep[], idea: Idea, nameOf: NamesPeople): FigureMark[] {
  const over: FigureMark[] = [];
  let judged: GoalJudgement | undefined;
  for (const { before, event, after } of steps) {
    const begins = after.stage === 'piloting' && before?.stage !== 'piloting';
    if (begins && before && stages[before.stage].tested) over.pop();
    else if (begins) judged = undefined;
    if (event.type === 'filled' && event.data.part === 'result') judged = event.data.reached;
    if (before?.stage !== 'piloting' || begins || after.stage === 'piloting' || !ends.has(event.type)) continue;
    const by = nameOf(event.by);
    over.push({
      ...{ measure: 'finishedTests', part: judged ?? (hasMeasuredGoal(idea) ? 'unjudged' : 'noGoal') },
      ...{ of: String(event.seq), department: after.department, month: monthOf(event.day), ...(by && { by }) },
    });
  }
  return over;
}
