import type { Deps } from '../../app/deps.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Rank } from '../../domain/rank.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import type { Subject } from '../../store/delivery/subject.js';
import { eventRun } from '../../store/keys.js';

/** So many people are read at the same time. */
const READ_AT_ONCE = 100;

/**
 * What these people are owed of one event of a record, each as the same audience. Whoever has had their data erased since is owed
 * nothing. A round trip's time for each hundred.
 */
export async function owedNotices(
  app: Pick<Deps, 'people' | 'now'>,
  notice: Omit<Extract<Subject, { kind: 'notice' }>, 'kind'>,
  rank: Rank,
  people: readonly PersonRef[],
): Promise<Delivery[]> {
  const page: Delivery[] = [];
  const now = app.now();
  const run = eventRun(notice.id, notice.seq);
  for (let from = 0; from < people.length; from += READ_AT_ONCE) {
    const some = people.slice(from, from + READ_AT_ONCE);
    const found = await app.people.byRefs(some);
    for (const person of some) {
      if (found.has(person)) page.push(owed({ person, run }, { kind: 'notice', ...notice }, now, now, rank));
    }
  }
  return page;
}
