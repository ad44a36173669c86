import { takesAway } from '../../domain/idea/reading/out-of-sight.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { LOG_PAGE, type LogEntry, STORED_WITHIN_MS } from '../../store/log.js';
import type { Deps } from '../deps.js';

/**
 * What has taken something out of sight from an instant on, by the keys of the log, also what was only being stored then;
 * undefined where more has happened than is read at once. One round trip.
 */
export async function takenAwayFrom(
  { eventLog }: Pick<Deps, 'eventLog'>,
  from: Instant,
): Promise<string[] | undefined> {
  const rows = await eventLog.page(instantOf(millisecondsOf(from) - STORED_WITHIN_MS));
  if (rows.length >= LOG_PAGE) return undefined;
  return eventLog
    .read(rows)
    .filter(isTakenAway)
    .map(({ key }) => key);
}

/** Whether something that stood in a file may be read by nobody any more; also where only a newer version knows what happened. */
function isTakenAway(entry: LogEntry): boolean {
  switch (entry.record) {
    case 'idea': {
      const { event } = entry;
      // What is taken back is read by nobody; a name may be kept from then on.
      const isOwn = event?.type === 'withdrawn' || (event?.type === 'edited' && event.data.confidential);
      return event === undefined || isOwn || takesAway(event);
    }
    case 'challenge':
      return entry.event === undefined || entry.event.type === 'challengeHidden';
    case 'obstacle':
      return entry.event === undefined || entry.event.type === 'obstacleHidden';
    case 'undertaking':
      return entry.event === undefined || entry.event.type === 'undertakingHidden';
    case 'group':
      return entry.event === undefined || entry.event.type === 'groupHidden';
    case 'meeting':
      return entry.event === undefined || entry.event.type === 'meetingHidden';
  }
}
