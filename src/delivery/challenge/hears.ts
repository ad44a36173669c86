import type { Deps } from '../../app/deps.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { type ChallengeAudience, challengeNotices, challengeRank } from '../../domain/challenge/notices.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { owedNotices } from '../outbox/owed-notices.js';
import type { Heard, Hearers } from '../subject.js';
import { audiencePages } from './audiences.js';

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
        const told = { record: 'challenge', id: challenge.id, seq: event.seq, as: notice.as } as const;
        if (isTheirs) yield await owedNotices(app, told, challengeRank(notice), fresh);
      }
    }
  }
}

/** Those who may be thousands are not remembered: whoever is two of them has one delivery all the same, by its name. */
const isNear = (as: ChallengeAudience): boolean => as !== 'interested' && as !== 'answerers' && as !== 'followers';
