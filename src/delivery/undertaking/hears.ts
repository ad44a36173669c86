import type { Deps } from '../../app/deps.js';
import { linksTo, refsOn } from '../../app/person/post-holders.js';
import { rolesByUndertaking } from '../../app/undertaking/roles.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import { type UndertakingAudience, undertakingNotices, undertakingRank } from '../../domain/undertaking/notices.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { owedNotices } from '../outbox/owed-notices.js';
import type { Heard, Hearers } from '../subject.js';

/** Who hears as one of these: as many as a department has leaders and managers, at most. */
async function audience(app: Deps, undertaking: Undertaking, as: UndertakingAudience): Promise<PersonRef[]> {
  const { addedBy, department } = undertaking;
  if (as === 'adder') return [addedBy];
  // Whoever added it looks after it as long as they have a post for it; then whoever has.
  const adder = (await app.people.byRefs([addedBy])).get(addedBy);
  if (adder && rolesByUndertaking(app, adder.person, undertaking).has('keeper')) return [addedBy];
  const directory = app.directory();
  const code = directory.codeNow(department);
  const leaders = directory.leadersOf(code);
  const managers = directory.department(code)?.managers ?? [];
  const links = await linksTo(app, [...leaders, ...managers]);
  const held = [...links(leaders, `leader.${code}`), ...links(managers, `manager.${code}`)];
  return [...new Set(held.flatMap(({ card }) => refsOn(card).slice(0, 1)))];
}

/** What people are owed because of events of an undertaking. Of one event everybody hears once. */
export async function* undertakingHears(
  app: Deps,
  undertaking: Undertaking,
  heard: readonly Heard<UndertakingEvent>[],
  hearers: Hearers,
): AsyncGenerator<Delivery[]> {
  if (hearers !== 'all' && isAwaited(undertakingRank) !== (hearers === 'awaited')) return;
  for (const { event, told } of heard) {
    for (const as of undertakingNotices(event)) {
      const people = (await audience(app, undertaking, as)).filter((one) => one !== event.by && one !== told);
      if (people.length === 0) continue;
      yield await owedNotices(
        app,
        { record: 'undertaking', id: undertaking.id, seq: event.seq, as },
        undertakingRank,
        people,
      );
    }
  }
}
