import type { Deps } from '../../../src/app/deps.js';
import { type ObstacleStep, obstacleAfter } from '../../samples/obstacle/obstacle-story.js';

/** Stores an obstacle as these steps leave it, under an id of its own. */
export async function storesObstacle(
  app: Pick<Deps, 'obstacles' | 'commits'>,
  id: string,
  ...steps: readonly ObstacleStep[]
): Promise<void> {
  const { events } = obstacleAfter(...steps);
  const { after: _, ...rows } = app.obstacles.write({ before: undefined, id, events });
  const saved = await app.commits.commit(rows, { idempotencyKey: `obstacle.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Obstacle ${id} was not stored`);
}
