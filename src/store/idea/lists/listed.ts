import type { PersonRef } from '../../../domain/person/person.js';
import type { Day, Instant } from '../../../domain/time.js';
import type { StoredRow } from '../../rows.js';
import type { QueueRow } from '../idea-rows.js';

/** A row of a queue: enough to count and to filter, without reading the idea. */
export interface Listed {
  id: string;
  submitters: readonly PersonRef[];
  fresh: boolean;
  reminded: boolean;
  answerBy: Day;
  /** The answer date that was promised first: what the queue is ordered by. */
  promised: Day;
  /** Whose idea it is, and when it was sent in; not known of a row that an earlier version wrote. */
  by?: PersonRef;
  at?: Instant;
  /** Whether it waits for its deciders' first decision; not known of such a row. */
  first?: boolean;
  /** Until when those who decide have no room for it: it is nobody's to answer before. */
  rests?: Day;
  /** Not what the idea waits for, but a question beside it. */
  beside?: true;
}

/** A queue's row as its readers see it. */
export function toListed({
  id,
  submitters,
  fresh,
  reminded,
  rowKey,
  beside,
  by,
  at,
  first,
  answerBy,
  rests,
}: StoredRow<QueueRow>): Listed {
  // In the key of an older row stands the answer date as it was then.
  const promised = rowKey.split('|').at(-2) ?? '';
  return {
    id,
    submitters: submitters.split(' '),
    fresh,
    reminded,
    promised,
    answerBy: answerBy ?? promised,
    ...(by && { by }),
    ...(at && { at }),
    ...(first !== undefined && { first }),
    ...(rests && { rests }),
    ...(beside && { beside }),
  };
}
