import type { IdeaEvent } from '../../domain/idea/events.js';
import { gathers, rankOfEvent } from '../../domain/idea/notices/ranks.js';
import type { OwedEvent } from '../commit.js';
import * as keys from '../keys.js';
import type { Lists } from './idea-rows.js';

/**
 * What others are owed because of events, the last of which tells who has it in no queue of theirs any more. What departments
 * answer is told one by one, and put together in the day card.
 */
export function owedFor(events: readonly IdeaEvent[], before: readonly Lists[], after: readonly Lists[]): OwedEvent[] {
  const left = queuesLeft(before, after);
  return events.map((event, n) => ({
    ...{ seq: event.seq, at: event.at, rank: rankOfEvent(event) },
    ...(gathers(event) && event.adoption === undefined && { gathers: true }),
    ...(left.length > 0 && n === events.length - 1 && { left }),
  }));
}

/** The queues in which a change leaves no row of an idea that was in them: whatever it was asked there. */
function queuesLeft(before: readonly Lists[], after: readonly Lists[]): keys.QueueName[] {
  const still = queuesIn(after);
  return [...queuesIn(before)].filter((queue) => !still.has(queue)).sort();
}

const queuesIn = (lists: readonly Lists[]): Set<keys.QueueName> =>
  new Set(lists.flatMap((rows) => Object.keys(rows)).flatMap((key) => queueOf(key) ?? []));

const queueOf = (key: string): keys.QueueName | undefined =>
  key.startsWith(keys.prefixes.allWaits) ? key.slice(keys.prefixes.allWaits.length).split('|', 1)[0] : undefined;
