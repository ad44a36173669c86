import type { EventType, IdeaEvent } from '../idea/events.js';
import { evolve } from '../idea/evolve.js';
import type { Idea } from '../idea/idea.js';

/** An event of an idea's record, with the idea before it (none before the first) and after it. */
export interface WalkStep<E extends IdeaEvent = IdeaEvent> {
  before: Idea | undefined;
  event: E;
  after: Idea;
}

/** An idea's whole record in its order, oldest first; no words are needed. */
export function walked(id: string, record: readonly IdeaEvent[]): WalkStep[] {
  const steps: WalkStep[] = [];
  let before: Idea | undefined;
  for (const event of record) {
    const after = evolve(before, event, id);
    steps.push({ before, event, after });
    before = after;
  }
  return steps;
}

/** Whether a step is one of these. */
export const isStep =
  <T extends EventType>(...types: readonly T[]) =>
  (step: WalkStep): step is WalkStep<Extract<IdeaEvent, { type: T }>> =>
    types.some((type) => type === step.event.type);
