import { isDecision } from '../../domain/idea/deciding/decisions.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { EventRow } from './idea-rows.js';

/** An event by which it is looked for among all that happened. Absent of any other, and in rows from before. */
export interface SoughtRow extends EventRow {
  soughtAs?: SoughtAs;
  /** Of a decision: the stage in which it was made. */
  stage?: Stage;
  /** Of a comment: who wrote it. */
  by?: string;
}
export type SoughtAs = 'decision' | 'comment';

/** By what an event is found again, whatever came after it. `before`: the idea as it stood then. */
export function soughtBy(event: IdeaEvent, before: Idea | undefined): Omit<SoughtRow, 'body'> {
  if (isDecision(event)) return { soughtAs: 'decision', stage: before?.stage ?? event.to.stage };
  return event.type === 'commented' ? { soughtAs: 'comment', by: event.by } : {};
}
