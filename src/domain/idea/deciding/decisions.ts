import { type DecisionType, type IdeaEvent, meaningOf } from '../events.js';
import type { Stage } from '../stages.js';

/** An event by which somebody decides where an idea goes, what it may cost, or who takes it in. */
export type Decision = Extract<IdeaEvent, { type: DecisionType }>;

export const isDecision = (event: IdeaEvent): event is Decision => meaningOf(event).decision === true;

/** The decisions in an idea's whole record, in its order, each with the stage that the idea was in when it was made. */
export const decisionsIn = (record: readonly IdeaEvent[]): { event: Decision; stage: Stage }[] =>
  record.flatMap((event, at) => {
    const stage = record[at - 1]?.to.stage ?? event.to.stage;
    return isDecision(event) ? [{ event, stage }] : [];
  });
