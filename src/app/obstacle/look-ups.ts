import type { Refusal } from '../../domain/idea/refusal.js';
import { newIdeaId } from '../../domain/ids.js';
import { decideObstacle } from '../../domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { type Obstacle, type ObstacleKind, standingStages } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle } from '../../domain/obstacle/policy.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { StoredObstacle } from '../../store/obstacle/obstacles.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import type { Find, LookUp, LookUpResult } from '../look-up.js';
import { rolesByObstacle } from './roles.js';
import { obstacleSetting } from './setting.js';

/** An obstacle that there is already, or what stands in the way in somebody's own words; `operation`: that of their press. */
export type ObstacleAsked = { same: string } | { kind: ObstacleKind; line: string; operation: string };

/** What a command on an idea has to know of obstacles (app/look-ups.ts). */
export interface ObstacleLookUps {
  obstacle: LookUp<ObstacleAsked, { obstacle: string }>;
}

export const obstacleLookUps: { readonly [L in keyof ObstacleLookUps]: Find<ObstacleLookUps[L]> } = {
  obstacle: (deps, person, asked) => {
    if ('same' in asked) {
      const found = deps.obstacles.load(asked.same);
      return async () => standing(deps, person, await found);
    }
    return async (idea) => {
      const named = await nameObstacle(deps, person, idea.department, asked);
      if (!named.ok) return named;
      // Nobody knows of one that is new. One that the same press has made before may be gone by now.
      const { obstacle, isNew } = named.value;
      return isNew ? accept({ obstacle }) : standing(deps, person, await deps.obstacles.load(obstacle));
    };
  },
};

/** One that an idea can come to wait for, as long as nobody takes it out of the way meanwhile. */
function standing(deps: Deps, person: Person, found: StoredObstacle | undefined): LookUpResult<{ obstacle: string }> {
  const { obstacle, etag = '' } = found ?? {};
  const stands = obstacle && standingStages.some((stage) => stage === obstacle.stage);
  const reads = obstacle && mayReadObstacle(obstacle, rolesByObstacle(deps, person, obstacle));
  if (!stands || !reads) return refuse({ code: 'notNow' });
  return { ...accept({ obstacle: obstacle.id }), unchanged: { id: obstacle.id, etag } };
}

type NamedObstacle = Result<{ obstacle: string; isNew: boolean }, Refusal>;

/**
 * The obstacle of somebody's own words, made once for each press: whoever may say what hinders the idea may name it, and that has been
 * judged by now. One for which no idea comes to wait, because the press was overtaken, ends by itself.
 */
function nameObstacle(
  deps: Deps,
  person: Person,
  department: string,
  { kind, line, operation }: Extract<ObstacleAsked, { line: string }>,
): Promise<NamedObstacle> {
  return decideAndCreate(deps, deps.obstacles, () => newIdeaId(deps.random), {
    judge(id): Verdict<Obstacle, ObstacleEvent, NamedObstacle> {
      const command = { type: 'nameObstacle', data: { kind, department }, words: { line } } as const;
      const actor = { ref: person.ref, roles: new Set<never>(), mayName: true };
      const decision = decideObstacle(command, undefined, actor, obstacleSetting(deps));
      if (!decision.ok) return answering(refuse(refusalOf(decision.refusal.code)));
      const idempotencyKey = `nameObstacle.${operation}`;
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value] },
        answers: () => accept({ obstacle: id, isNew: true }),
      };
    },
    again: ({ record, id, by }) =>
      record === 'obstacle' && by === person.ref ? accept({ obstacle: id, isNew: false }) : refuse({ code: 'stale' }),
  });
}

const refusalOf = (code: string): Refusal =>
  code === 'wordsTooLong' ? { code, field: 'obstacleLine' } : { code: 'wordsMissing', field: 'obstacleLine' };
