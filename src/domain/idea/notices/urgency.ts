import { type IdeaEvent, meaningOf } from '../events.js';
import type { Audience } from './audiences.js';

/**
 * How somebody hears of an event. `now`: in a message of its own, for it asks them for something by a date, or decides on
 * their own idea. `day`: in the day card, with all else that is new.
 */
export type Urgency = 'now' | 'day';

/** Those whose idea it is, and those whose idea has become a part of it. */
const having: readonly Audience[] = ['submitter', 'joined'];

/** Whether an idea is decided on by the event: what another department does with it is that department's own. */
export const isDecidedBy = (event: Pick<IdeaEvent, 'type' | 'data'>): boolean => {
  const { decision, chain } = meaningOf(event);
  return decision === true && chain?.(event as never) !== 'adopting';
};

/** How urgent an event is to somebody who hears of it as this. Pure, and the same whatever has become of the idea since. */
export function urgencyOf(event: Pick<IdeaEvent, 'type' | 'data' | 'to'>, as: Audience): Urgency {
  if (having.includes(as) && isDecidedBy(event)) return 'now';
  // Who holds a post has their whole queue in the day card, what is late first; whoever was asked by name has not.
  if (as === 'waitedFor' && !(event.to.waiting && 'person' in event.to.waiting)) return 'day';
  return meaningOf(event).atOnce?.includes(as) ? 'now' : 'day';
}
