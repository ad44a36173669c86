import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea, Waiting } from '../idea.js';

/** Whether an event makes the idea wait for something else: its stage, the one it waits for, or what they are to do. */
export const isNewVersion = (before: Idea, event: IdeaEvent): boolean =>
  event.to.stage !== before.stage ||
  nameOf(event.to.waiting) !== nameOf(before.waiting) ||
  meaningOf(event).newTask?.(event) === true;

const nameOf = (waiting: Waiting | undefined): string =>
  waiting ? `${waiting.for}.${'person' in waiting ? waiting.person : ''}` : '';
