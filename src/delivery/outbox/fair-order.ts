import { placeOf, type Rank, ranks } from '../../domain/rank.js';
import type { Outgoing } from '../../store/delivery/outbox.js';

/** What version 1 wrote says nothing of how soon it is told. */
const UNRANKED: Rank = 'answer';

/** Cards that are drawn anew, which nobody is alerted by, come after all that is told. */
const LAST = ranks.length;

/**
 * In which order events are told: by rank, and within a rank one of each record in turn, so that a busy one's hundred events
 * hold no other up. `served`: how many of each record's have been told lately. A record's own events stay in the order in
 * which they were given. Pure.
 */
export function inFairOrder<E extends Pick<Outgoing, 'id' | 'ranked' | 'redraws'>>(
  events: readonly E[],
  served: ReadonlyMap<string, number> = new Map(),
): E[] {
  const rounds = new Map<string, number>();
  const ordered = events.map((event, given) => {
    const rank = event.redraws ? LAST : placeOf(event.ranked?.rank ?? UNRANKED);
    const round = rounds.get(`${rank} ${event.id}`) ?? served.get(event.id) ?? 0;
    rounds.set(`${rank} ${event.id}`, round + 1);
    return { event, rank, round, given };
  });
  return ordered
    .sort((one, other) => one.rank - other.rank || one.round - other.round || one.given - other.given)
    .map(({ event }) => event);
}

/**
 * The same with each record's events in the order in which they happened: what happened before something that goes first goes right before it, so that nobody
 * hears of what came of a decision before the decision. `redraws` tell nothing. Pure.
 */
export function inRecordOrder<E extends Pick<Outgoing, 'id' | 'seq' | 'redraws'>>(events: readonly E[]): E[] {
  const waiting = new Map<string, E[]>();
  for (const event of events.filter(({ redraws }) => !redraws)) {
    waiting.set(event.id, [...(waiting.get(event.id) ?? []), event]);
  }
  for (const some of waiting.values()) some.sort((one, other) => one.seq - other.seq);
  return events.flatMap((event) => {
    if (event.redraws) return [event];
    const some = waiting.get(event.id) ?? [];
    const at = some.indexOf(event);
    return some.splice(0, at + 1);
  });
}
