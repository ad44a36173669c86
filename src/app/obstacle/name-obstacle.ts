import type { Refusal } from '../../domain/idea/refusal.js';
import { newIdeaId } from '../../domain/ids.js';
import { decideObstacle } from '../../domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { Obstacle, ObstacleKind } from '../../domain/obstacle/obstacle.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { type ChosenIdeas, stillChosen } from '../idea/lists/choose-several.js';
import { obstacleSetting } from './setting.js';

/** What stands in the way in somebody's own words; `operation`: that of their press, by which it is one however often it comes. */
export interface ObstacleNamed {
  kind: ObstacleKind;
  line: string;
  operation: string;
}

type NamedObstacle = Result<{ obstacle: string; isNew: boolean }, Refusal>;

/**
 * The obstacle of somebody's own words, made once for each press. Whoever may say what hinders the idea, or their department, may name it:
 * that has been judged by now. `department`: the one that met it first. One for which nothing comes to wait, because the press was overtaken,
 * ends by itself. Two round trips.
 */
export function nameObstacle(
  deps: Deps,
  person: Person,
  department: string,
  { kind, line, operation }: ObstacleNamed,
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

/**
 * The same for ideas that are chosen together: one obstacle for all of them, of the first's department. Undefined where the person
 * decides on none of them (any more). Two round trips more.
 */
export async function nameForSeveral(
  deps: Deps,
  person: Person,
  chosen: ChosenIdeas,
  named: ObstacleNamed,
): Promise<NamedObstacle | undefined> {
  const [first] = (await stillChosen(deps, person, chosen)).ideas;
  return first && nameObstacle(deps, person, first.department, named);
}
