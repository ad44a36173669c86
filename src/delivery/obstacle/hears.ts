import type { Deps } from '../../app/deps.js';
import { linksTo, refsOn } from '../../app/person/post-holders.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { type ObstacleAudience, obstacleNotices, obstacleRank } from '../../domain/obstacle/notices.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { PersonRef } from '../../domain/person/person.js';
import { isAwaited } from '../../domain/rank.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { owedNotices } from '../outbox/owed-notices.js';
import type { Heard, Hearers } from '../subject.js';

/** Who hears as one of these: as many as an office has people, at most. */
async function audience(
  app: Deps,
  { owner, namedBy }: Obstacle,
  { data }: ObstacleEvent,
  as: ObstacleAudience,
): Promise<PersonRef[]> {
  switch (as) {
    case 'namer':
      return [namedBy];
    case 'keeper': {
      const keeper = 'owner' in data ? data.owner : owner;
      return keeper === undefined ? [] : [keeper];
    }
    case 'office': {
      const { office } = app.directory();
      const links = await linksTo(app, office);
      return links(office, 'office').flatMap(({ card }) => refsOn(card).slice(0, 1));
    }
  }
}

/** What people are owed because of events of an obstacle. Of one event everybody hears once: as the first of what they are to it. */
export async function* obstacleHears(
  app: Deps,
  obstacle: Obstacle,
  heard: readonly Heard<ObstacleEvent>[],
  hearers: Hearers,
): AsyncGenerator<Delivery[]> {
  for (const { event, told } of heard) {
    const has = new Set<PersonRef>(told === undefined ? [] : [told]);
    if (event.by !== 'clock') has.add(event.by);
    for (const notice of obstacleNotices(event)) {
      const rank = obstacleRank(notice);
      const isTheirs = hearers === 'all' || isAwaited(rank) === (hearers === 'awaited');
      const people = (await audience(app, obstacle, event, notice.as)).filter((person) => !has.has(person));
      for (const person of people) has.add(person);
      if (!isTheirs || people.length === 0) continue;
      yield await owedNotices(
        app,
        { record: 'obstacle', id: obstacle.id, seq: event.seq, as: notice.as },
        rank,
        people,
      );
    }
  }
}
