import type { EventType, IdeaEvent } from '../events.js';
import type { Stage } from '../stages.js';

/** Events by which somebody decides where an idea goes, what it may cost, or who takes it in. */
const decisive = [
  'explored',
  'doingAsked',
  'done',
  'planned',
  'ownPlanSent',
  'planApproved',
  'sentBack',
  'granted',
  'moneyDeclined',
  'extended',
  'usedHere',
  'scaled',
  'adopted',
  'notNow',
  'stoppedUsing',
  'backToTest',
  'spread',
  'retired',
  'passedOn',
  'closed',
  'merged',
  'reopened',
] as const satisfies readonly EventType[];

export type Decision = Extract<IdeaEvent, { type: (typeof decisive)[number] }>;

export const isDecision = (event: IdeaEvent): event is Decision => decisive.some((type) => type === event.type);

/** The decisions in an idea's whole record, in its order, each with the stage that the idea was in when it was made. */
export const decisionsIn = (record: readonly IdeaEvent[]): { event: Decision; stage: Stage }[] =>
  record.flatMap((event, at) => {
    const stage = record[at - 1]?.to.stage ?? event.to.stage;
    return isDecision(event) ? [{ event, stage }] : [];
  });
