import { type EventType, type IdeaEvent, movesDecision } from '../events.js';
import type { Idea, Waiting } from '../idea.js';

/** Events that change what the one it waits for is asked to do, though it waits for the same person. */
const newTask: ReadonlySet<EventType> = new Set(['doingAccepted', 'drivingAccepted', 'owningAccepted', 'passedOn']);

/** Whether an event makes the idea wait for something else: its stage, the one it waits for, or what they are to do. */
export const hasTurned = (before: Idea, event: IdeaEvent): boolean =>
  event.to.stage !== before.stage ||
  nameOf(event.to.waiting) !== nameOf(before.waiting) ||
  newTask.has(event.type) ||
  isForOthers(event);

/** The idea waits for the same role, and others have it. */
function isForOthers(event: IdeaEvent): boolean {
  if (event.type === 'movedOn') return event.data.funder !== undefined || movesDecision(event);
  return event.type === 'driverNamed' && event.data.funder !== undefined;
}

const nameOf = (waiting: Waiting | undefined): string =>
  waiting ? `${waiting.for}.${'person' in waiting ? waiting.person : ''}` : '';
