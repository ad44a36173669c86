import type { Deps } from '../../app/deps.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import {
  type ChallengeAudience,
  type ChallengeNotice,
  challengeNotices,
  challengeRank,
} from '../../domain/challenge/notices.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import { eventRun } from '../../store/keys.js';
import type { Heard, Hearers } from '../subject.js';
import { audiencePages } from './audiences.js';

/** So many people are read at the same time. */
const READ_AT_ONCE = 100;

/**
 * What people are owed because of events of a challenge, a page of people at a time. Of one event everybody hears once: as the first of
 * what they are to it.
 */
export async function* hears(
  app: Deps,
  challenge: Challenge,
  heard: readonly Heard<ChallengeEvent>[],
  hearers: Hearers,
): AsyncGenerator<Delivery[]> {
  for (const { event, told } of heard) {
    const has = new Set<PersonRef>(told === undefined ? [] : [told]);
    if (event.by !== 'clock') has.add(event.by);
    for (const notice of challengeNotices(event, challenge)) {
      const isTheirs = hearers === 'all' || isAwaited(challengeRank(notice)) === (hearers === 'awaited');
      for await (const page of audiencePages(app, challenge, event, notice.as)) {
        const fresh = [...new Set(page)].filter((person) => !has.has(person));
        for (const person of fresh) if (isNear(notice.as)) has.add(person);
        if (isTheirs) yield await owedTo(app, challenge, event, notice, fresh);
      }
    }
  }
}

/** Those who may be thousands are not remembered: whoever is two of them has one delivery all the same, by its name. */
const isNear = (as: ChallengeAudience): boolean => as !== 'interested' && as !== 'answerers' && as !== 'followers';

/** A page of what is owed. Whoever has had their data erased since is owed nothing. */
async function owedTo(
  app: Deps,
  { id }: Challenge,
  { seq }: ChallengeEvent,
  notice: ChallengeNotice,
  people: readonly PersonRef[],
): Promise<Delivery[]> {
  const page: Delivery[] = [];
  const now = app.now();
  for (let from = 0; from < people.length; from += READ_AT_ONCE) {
    const some = people.slice(from, from + READ_AT_ONCE);
    const found = await app.people.byRefs(some);
    for (const person of some) {
      if (!found.has(person)) continue;
      const what = { kind: 'notice', record: 'challenge', id, seq, as: notice.as } as const;
      page.push(owed({ person, run: eventRun(id, seq) }, what, now, now, challengeRank(notice)));
    }
  }
  return page;
}
