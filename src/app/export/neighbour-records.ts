import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import { type Day, dayOf, earlierOf } from '../../domain/time.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { pagesOf } from '../person-in-record.js';
import { type ExportScope, isInSpan, isWithin } from './export-scope.js';

/** A record beside the ideas with what happened to it in the span, oldest first; `names` of those who did it, where they are asked for. */
export interface ExportedNeighbour<R, E> {
  record: R;
  events: readonly E[];
  names: ReadonlyMap<PersonRef, string>;
}

/** So many events are read at a time, and those of so many records at the same time. */
const _PAGE = 500;
const AT_ONCE = 16;

type ExportedNeighbours<R, E> = AsyncGenerator<ExportedNeighbour<R, E>>;

/** Challenges of the place that had begun by the end of the span and had something happen to them since it began. What organisations outside have answered is theirs who receive it. */
export const exportedChallenges = (deps: Deps, scope: ExportScope): ExportedNeighbours<Challenge, ChallengeEvent> =>
  withEvents(deps, scope, deps.challenges, (one) => {
    const isTheirs = isWithin(scope, one.department) && one.openedOn !== undefined;
    return isTheirs && isAlive(scope, one.proposedOn, dayIn(deps, one));
  });

/** Obstacles likewise. */
export const exportedObstacles = (deps: Deps, scope: ExportScope): ExportedNeighbours<Obstacle, ObstacleEvent> =>
  withEvents(deps, scope, deps.obstacles, (one) => {
    const changed = dayIn(deps, one);
    return isWithin(scope, one.department) && isAlive(scope, earlierOf(changed, one.restsSince), changed);
  });

/** What departments have undertaken, likewise. */
export const exportedUndertakings = (
  deps: Deps,
  scope: ExportScope,
): ExportedNeighbours<Undertaking, UndertakingEvent> =>
  withEvents(deps, scope, deps.undertakings, (one) => {
    return isWithin(scope, one.department) && isAlive(scope, one.addedOn, dayIn(deps, one));
  });

const dayIn = (deps: Deps, { changedAt }: { changedAt: string }): Day => dayOf(changedAt, timeZoneOf(deps));

const isAlive = ({ from, to }: ExportScope, began: string, changed: string): boolean =>
  (from === undefined || changed >= from) && (to === undefined || began <= to);

interface NeighbourStore<R, E> {
  every: () => AsyncGenerator<R[]>;
  page: (id: string, part: RecordPlace & { limit: number }) => Promise<{ events: E[]; earlier?: RecordPlace }>;
}

async function* withEvents<R extends { id: string }, E extends { day: Day; by: string }>(
  { people }: Pick<Deps, 'people'>,
  scope: ExportScope,
  store: NeighbourStore<R, E>,
  isPart: (record: R) => boolean,
): ExportedNeighbours<R, E> {
  for await (const page of store.every()) {
    const records = page.filter(isPart);
    for (let from = 0; from < records.length; from += AT_ONCE) {
      const some = await Promise.all(
        records.slice(from, from + AT_ONCE).map(async (record) => ({
          record,
          events: (await allEvents(store, record.id)).filter(({ day }) => isInSpan(scope, day)),
        })),
      );
      const refs = scope.names ? some.flatMap(({ events }) => events.map(({ by }) => by)) : [];
      const found = await people.namesOf(refs.filter((by) => by !== 'clock'));
      const names = new Map([...found].flatMap(([ref, { name, left }]) => (left ? [] : [[ref, name] as const])));
      for (const one of some) yield { ...one, names };
    }
  }
}

async function allEvents<R, E>(store: NeighbourStore<R, E>, id: string): Promise<E[]> {
  const all: E[][] = [];
  for await (const events of pagesOf(store, id)) all.unshift(events);
  return all.flat();
}
