import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { movedTo, namedInEvent, withoutLeaver } from '../../domain/obstacle/leaving.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { ObstacleRole } from '../../domain/obstacle/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { Deps } from '../deps.js';
import { changeKept, eventsHeld, forgetRecordOf, moveMessages } from '../person-in-record.js';
import { handBackObstacle } from './as-clock.js';
import { rolesByObstacle } from './roles.js';

/** What is stored of somebody about one obstacle. Nobody else is named in it. */
export interface HeldInObstacle {
  record: 'obstacle';
  createdAt: Instant;
  obstacle: Obstacle;
  roles: ReadonlySet<ObstacleRole>;
  /** What they did, and what they were held to. */
  events: ObstacleEvent[];
  earlier?: RecordPlace;
}

/** Undefined where there is no such obstacle (any more). Three round trips. */
export async function heldInObstacle(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInObstacle | undefined> {
  const obstacle = (await deps.obstacles.load(id))?.obstacle;
  if (!obstacle) return undefined;
  const refs = heldRefsOf(person);
  const isNamed = (event: ObstacleEvent) => namedInEvent(event).some((ref) => refs.includes(ref));
  const { events, earlier, since } = await eventsHeld(deps.obstacles, id, part, isNamed);
  const roles = rolesByObstacle(deps, person, obstacle);
  return {
    ...{ record: 'obstacle', createdAt: since ?? obstacle.changedAt, obstacle, roles, events },
    ...(earlier && { earlier }),
  };
}

/**
 * Takes somebody who has left out of one obstacle: nobody takes care of what they did. What stands in the way stays, for ideas wait for it,
 * and leads to nobody. Broken off anywhere it is done again; the trace goes last.
 */
export async function leaveObstacle(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await handBackObstacle(deps, person, id);
  await kept(deps, id, (obstacle) => withoutLeaver(obstacle, person));
  await forgetRecordOf(deps, person, id);
}

/** Of two references that are one person's, what stands under the first stands under the second. */
export async function moveInObstacle(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  await kept(deps, id, (obstacle) => movedTo(obstacle, from, to));
  await moveMessages(deps, id, from, to);
}

/** Without an event. */
const kept = ({ obstacles }: Deps, id: string, change: (obstacle: Obstacle) => Obstacle): Promise<void> =>
  changeKept(obstacles, id, (stored) => stored.obstacle, change);
