import type { ObstacleCommand, ObstacleCommandType } from '../../domain/obstacle/commands.js';
import { decideObstacle } from '../../domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle } from '../../domain/obstacle/policy.js';
import type { ObstacleRefusal } from '../../domain/obstacle/refusal.js';
import type { ObstacleWords } from '../../domain/obstacle/words.js';
import type { Person } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { type ObstacleView, viewObstacle } from './obstacle-view.js';
import { rolesByObstacle } from './roles.js';
import { obstacleSetting } from './setting.js';

/** What a person can do to an obstacle that exists. */
export type ObstacleAct = Exclude<ObstacleCommandType, 'nameObstacle' | 'bringNext' | 'handBackObstacle'>;

export interface ObstacleActRequest {
  id: string;
  idempotencyKey: string;
  type: ObstacleAct;
  /** That of the pressed card. */
  decisionVersion?: number | undefined;
  words: ObstacleWords;
  /** By when whoever takes care of it means to have done it. */
  until?: Day | undefined;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

export type ActedOnObstacle =
  | { ok: true; view: ObstacleView; event: ObstacleEvent }
  /** Nothing changed. What stands now is absent where there is no such obstacle, or it is not for them. */
  | { ok: false; refusal: ObstacleRefusal; view?: ObstacleView };

/**
 * Load, judge on what is stored, decide, save. The same operation twice is one effect and the same answer. Two round trips. One that is
 * gone brings back the ideas that waited for it: a step of its own, however many they are.
 */
export async function actOnObstacle(deps: Deps, person: Person, request: ObstacleActRequest): Promise<ActedOnObstacle> {
  const { id, idempotencyKey, type, decisionVersion, words, until, shownIn } = request;
  const refused = async (obstacle: Obstacle, refusal: ObstacleRefusal): Promise<ActedOnObstacle> => {
    // A refusal may be our own effect, seen again.
    const effect = await deps.commits.effectOf(idempotencyKey);
    if (effect?.record === 'obstacle' && effect.id === id && effect.by === person.ref)
      return again(deps, person, effect);
    const reads = mayReadObstacle(obstacle, rolesByObstacle(deps, person, obstacle));
    return { ok: false, refusal, ...(reads && { view: await viewObstacle(deps, person, obstacle) }) };
  };
  return decideAndSave(deps, deps.obstacles, id, {
    // What waits is read before: of one that is gone it may be told by then.
    beside: () => deps.obstacles.hinderedBy(id),
    async judge(before, waits): Promise<Verdict<Obstacle, ObstacleEvent, ActedOnObstacle>> {
      if (!before) return answering({ ok: false, refusal: { code: 'notFound' } });
      const { obstacle } = before;
      const actor = { ref: person.ref, roles: rolesByObstacle(deps, person, obstacle) };
      const command = {
        ...{ type, data: type === 'takeObstacle' ? { until: until ?? '' } : {}, words },
        ...(decisionVersion !== undefined && { decisionVersion }),
      };
      const decision = decideObstacle(command as ObstacleCommand, obstacle, actor, obstacleSetting(deps));
      if (!decision.ok) return answering(await refused(obstacle, decision.refusal));
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value], ...(shownIn && { shownIn }) },
        answers: async (after) => ({
          ...{ ok: true, view: await viewObstacle(deps, person, after, waits), event: decision.value },
        }),
      };
    },
    again: (effect) => again(deps, person, effect),
  });
}

/** An operation that was spent before: the same answer for the one who did, and nothing for anybody else. */
async function again(
  deps: Deps,
  person: Person,
  { record, id, seq, by }: { record: string; id: string; seq: number; by: string },
): Promise<ActedOnObstacle> {
  const [stored, event] =
    record === 'obstacle'
      ? await Promise.all([deps.obstacles.load(id), deps.obstacles.event(id, seq)])
      : [undefined, undefined];
  if (!stored) return { ok: false, refusal: { code: 'stale' } };
  const { obstacle } = stored;
  const view = mayReadObstacle(obstacle, rolesByObstacle(deps, person, obstacle))
    ? await viewObstacle(deps, person, obstacle)
    : undefined;
  return event && view && by === person.ref
    ? { ok: true, view, event }
    : { ok: false, refusal: { code: 'stale' }, ...(view && { view }) };
}
