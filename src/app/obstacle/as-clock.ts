import type { ObstacleCommand } from '../../domain/obstacle/commands.js';
import { decideObstacle } from '../../domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { PersonRef } from '../../domain/person/person.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { obstacleSetting } from './setting.js';

/**
 * Gives an obstacle a command that is nobody's own act, named after its version, so that there is one effect however many instances do
 * it at once. False where there is nothing to do (any more).
 */
function actAsClock(deps: Deps, id: string, name: string, command: ObstacleCommand): Promise<boolean> {
  return decideAndSave(deps, deps.obstacles, id, {
    beside: () => deps.obstacles.hinderedBy(id),
    async judge(before, hindered): Promise<Verdict<Obstacle, ObstacleEvent, boolean>> {
      const obstacle = before?.obstacle;
      const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
      const setting = { ...obstacleSetting(deps), stops: hindered.length > 0 };
      const decision = obstacle && decideObstacle(command, obstacle, clock, setting);
      if (!obstacle || !decision?.ok) return answering(false);
      const idempotencyKey = `${name}.${id}.${obstacle.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => true };
    },
    again: async () => false,
  });
}

/** What time brings an obstacle, as its due row says. */
export const obstacleTimePasses = (deps: Deps, id: string): Promise<boolean> =>
  actAsClock(deps, id, 'bringNext', { type: 'bringNext', data: {}, words: {} });

/** What somebody took care of who does not work here any more: nobody does until somebody takes it. */
export async function handBackObstacle(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await actAsClock(deps, id, 'handBack', { type: 'handBackObstacle', data: { owner: person }, words: {} });
}
