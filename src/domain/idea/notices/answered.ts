import type { PersonRef } from '../../person/person.js';
import { type IdeaEvent, meaningOf } from '../events.js';

/** So many events before it are looked at: who has spoken earlier does not wait for an answer any more. */
export const LOOKED_BACK = 30;

/**
 * Whom an event answers, of those who have spoken before it: whoever said the last thing, where that was somebody else. By
 * the record alone, so that it is the same whenever it is asked. `before`: the events before it, oldest first.
 */
export function answeredBy(event: IdeaEvent, before: readonly IdeaEvent[]): PersonRef | undefined {
  if (!meaningOf(event).talk) return undefined;
  const last = before.findLast((one) => meaningOf(one).talk);
  return last && last.by !== event.by && last.by !== 'clock' ? last.by : undefined;
}
