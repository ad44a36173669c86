import type { Idea } from '../../domain/idea/idea.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Step } from '../../store/steps.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { tierFor } from '../idea/people/deciders.js';
import { chainOf } from '../person/post-holders.js';

/** So many ideas are read of the list at a time. */
const PAGE = 50;

/**
 * An obstacle is gone: every idea that waited for it comes back to those who decide on it. One idea at a time, each in a commit of its
 * own that takes it off the list; so it can be broken off anywhere and done again, and what has been told is not told twice.
 */
export async function liftObstacle(deps: Deps, { to: obstacle }: Step): Promise<void> {
  for await (const ids of deps.obstacles.hinderedPages(obstacle, PAGE))
    for (const id of ids) {
      // What only a newer version can read waits for that one, and keeps no other from being told.
      await unlessUnreadable(
        actAsClock(deps, id, { name: 'liftObstacle', rest: obstacle }, async (idea) =>
          idea.obstacle === obstacle
            ? { type: 'liftObstacle', data: { obstacle, ...(await tierThen(deps, idea)) }, words: {} }
            : undefined,
        ),
      );
    }
}

/** Who decides on an idea that had ended and comes back; nothing of one that has not. */
const tierThen = async (deps: Deps, idea: Idea) =>
  idea.stage === 'closed' ? { tier: tierFor(await chainOf(deps, idea.department), idea) } : {};
