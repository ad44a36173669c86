import type { Idea } from '../../domain/idea/idea.js';
import { standingStages } from '../../domain/obstacle/obstacle.js';
import type { HinderedIdea } from '../../store/idea/lists/hindered.js';
import { FADED } from '../../store/obstacle/obstacles.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Step } from '../../store/steps.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { arrivesAt } from '../idea/people/holiday.js';
import { chainOf } from '../person/post-holders.js';

/** So many ideas are read of the list at a time. */
const PAGE = 50;

/**
 * An obstacle is gone: every idea that waited for it comes back to those who decide on it, and departments that did
 * not take one in because of it hear so. One at a time, each in a commit of its
 * own that takes it off the list; so it can be broken off anywhere and done again, and what has been told is not told twice.
 */
export async function liftObstacle(deps: Deps, { to: obstacle, data }: Pick<Step, 'to' | 'data'>): Promise<void> {
  const faded = data === FADED && { faded: true as const };
  for await (const some of deps.obstacles.hinderedPages(obstacle, PAGE))
    for (const one of some) {
      // What only a newer version can read waits for that one, and keeps no other from being told.
      await unlessUnreadable(one.there ? liftThere(deps, one, faded) : lift(deps, one, faded));
    }
}

/**
 * Lifts what waits for obstacles that have ended: ideas and departments of before that was done, and departments whose idea was tested
 * once more when it was. How many obstacles. A round trip for each thousand that wait, and a few for each that has ended.
 */
export async function liftEnded(deps: Deps, stopping?: AbortSignal): Promise<number> {
  const { obstacles } = deps;
  const stand = new Set((await obstacles.standing()).map(({ id }) => id));
  let lifted = 0;
  for await (const some of obstacles.everyHindered()) {
    for (const id of new Set(some.map(({ obstacle }) => obstacle))) {
      if (stand.has(id)) continue;
      if (stopping?.aborted) return lifted;
      stand.add(id);
      const stage = await unlessUnreadable(obstacles.load(id).then((found) => found?.obstacle.stage ?? 'faded'));
      // What only a newer version can read is left to that one; more may stand than are listed.
      if (stage === undefined || standingStages.some((one) => one === stage)) continue;
      await liftObstacle(deps, { to: id, data: stage === 'faded' ? FADED : '{}' });
      lifted += 1;
    }
  }
  return lifted;
}

/** What becomes of it where nobody takes care of the obstacle any more, or undefined where it is gone. */
type Faded = false | { faded: true };

const lift = (deps: Deps, { id, obstacle }: HinderedIdea, faded: Faded): Promise<unknown> =>
  actAsClock(deps, id, { name: 'liftObstacle', rest: obstacle }, async (idea) =>
    idea.obstacle === obstacle
      ? { type: 'liftObstacle', data: { obstacle, ...(faded || (await tierThen(deps, idea))) }, words: {} }
      : undefined,
  );

/** Of a department that did not take the idea in because of it. */
const liftThere = (deps: Deps, { id, obstacle, department }: HinderedIdea, faded: Faded): Promise<unknown> =>
  actAsClock(deps, id, { name: 'liftThere', rest: `${obstacle}.${department}` }, () => ({
    ...{ type: 'liftThere', data: { department, obstacle, ...faded }, words: {} },
  }));

/** Who decides on an idea that had ended and comes back, and until when they are away where nobody stands in; nothing of one that has not. */
const tierThen = async (deps: Deps, idea: Idea) =>
  idea.stage === 'closed' ? arrivesAt(deps, await chainOf(deps, idea.department), idea) : {};
