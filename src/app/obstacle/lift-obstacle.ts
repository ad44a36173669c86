import type { Idea } from '../../domain/idea/idea.js';
import type { HinderedIdea } from '../../store/idea/lists/hindered.js';
import { FADED } from '../../store/obstacle/obstacles.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Step } from '../../store/steps.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { tierFor } from '../idea/people/deciders.js';
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

/** Who decides on an idea that had ended and comes back; nothing of one that has not. */
const tierThen = async (deps: Deps, idea: Idea) =>
  idea.stage === 'closed' ? { tier: tierFor(await chainOf(deps, idea.department), idea) } : {};
