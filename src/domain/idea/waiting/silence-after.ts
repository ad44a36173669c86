import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea, Quiet, Silence } from '../idea.js';

/** What of the silence an event leaves; `renewed`: it makes a new promise. */
export function silenceAfter(
  { silence, quiet, waiting }: Idea,
  event: IdeaEvent,
  renewed: boolean,
): Partial<Pick<Idea, 'silence' | 'quiet'>> {
  const { day, by } = event;
  if (!event.to.waiting) return {};
  const { asksWorker, idle } = meaningOf(event);
  const kept = renewed ? undefined : silence;
  const heard = waiting && 'person' in waiting && by === waiting.person && !idle;
  const open = asksWorker === 'line' && { asked: true as const };
  const calm: Quiet = renewed || heard || asksWorker ? { since: day, ...open } : (quiet ?? { since: day });
  const told = withReminder(kept, event);
  return { ...(told && { silence: told }), quiet: calm };
}

function withReminder(silence: Silence | undefined, event: IdeaEvent): Silence | undefined {
  const { day } = event;
  const before = silence ?? { reminders: 0, remindedOn: day, toldOn: day };
  return meaningOf(event).silence?.(before, event) ?? silence;
}
