import { departmentsOf } from '../../domain/idea/policy.js';
import { codesAnswered } from '../../domain/idea/use/own-codes.js';
import { standingStages } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle } from '../../domain/obstacle/policy.js';
import type { Person } from '../../domain/person/person.js';
import { accept, refuse } from '../../domain/result.js';
import type { StoredObstacle } from '../../store/obstacle/obstacles.js';
import type { Deps } from '../deps.js';
import type { Find, LookUp, LookUpResult } from '../look-up.js';
import { nameObstacle, type ObstacleNamed } from './name-obstacle.js';
import { rolesByObstacle } from './roles.js';

/** An obstacle that there is already, or what stands in the way in somebody's own words; `department`: where, other than where the idea is. */
export type ObstacleAsked = { same: string } | (ObstacleNamed & { department?: string });

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
      const directory = deps.directory();
      const { department = idea.department } = asked;
      const isTheirs = codesAnswered(idea, departmentsOf(person, directory), directory).includes(department);
      if (asked.department !== undefined && !isTheirs) return refuse({ code: 'notYourDepartment' });
      const named = await nameObstacle(deps, person, department, asked);
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
