import type { Step } from '../../../store/steps.js';
import type { Deps } from '../../deps.js';

/** How often a part is tried again when somebody else's change comes between. */
const TRIES = 20;

type SettleDeps = Pick<Deps, 'ideas' | 'steps'>;

/**
 * Brings the rows of an idea's adoptions to where the idea has them: departments that it asks get their rows and stand in
 * their leaders' queues, those of an idea that has ended stand in none, what stood in the idea's row moves out of it. So
 * many at a time, each part a transaction of its own, so any number of departments will do. What is left is read off the
 * rows and not remembered: it may be broken off anywhere, done by several at once or once more, and finds what came between.
 */
export async function settleAdoptions(deps: SettleDeps, id: string, step?: Step): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const [before, row] = await Promise.all([deps.ideas.load(id), step && deps.steps.get(step)]);
    // Somebody else has done the last part.
    if (!before || (step && !row)) return;
    const settled = await deps.ideas.settleAdoptions(before, row);
    if (settled?.left === 0) return;
    if (settled) tries = 0;
  }
  throw new Error(`Adoptions of idea ${id} changed ${TRIES} times while they were to be settled`);
}
