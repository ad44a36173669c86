import { newIdeaId } from '../domain/ids.js';
import { isStepName, type Step, type StepName } from '../store/steps.js';
import { wakeSleeping } from './challenge/wake-sleeping.js';
import type { Deps } from './deps.js';
import { absorb } from './idea/absorb-idea.js';
import { carryNeeds } from './idea/merging/carry-needs.js';
import { settleAdoptions } from './idea/use/settle-adoptions.js';
import { liftObstacle } from './obstacle/lift-obstacle.js';

/** What each step does. Done again after it was broken off, or by two at once, it has one effect. False: it cannot be done yet, and is tried again. */
const steps: { readonly [N in StepName]: (deps: Deps, step: Step) => Promise<unknown> } = {
  absorb,
  needs: (deps, step) => carryNeeds(deps, step.id, step),
  liftObstacle,
  wakeSleeping,
  adoptions: (deps, step) => settleAdoptions(deps, step.to, step),
};

/** As many as one look finishes; more are found by the next. */
const AT_ONCE = 100;

/**
 * Does what an operation has left to do, with a second record or with more rows than one commit takes, and takes its row away.
 * One of a name that only a newer version knows is left for that one, and one that cannot be done yet for later: false.
 */
export async function finishStep(deps: Deps, step: Step): Promise<boolean> {
  if (!isStepName(step.name)) return false;
  if ((await steps[step.name](deps, step)) === false) return false;
  await deps.steps.done(step);
  return true;
}

/** What is told of steps that somebody else had begun. */
interface StepsTold {
  finished?: (step: Step) => void;
  failed: (step: Step, error: unknown) => void;
}

/**
 * Does what was begun and not finished, by a bot that died in between. One that goes wrong is told of and keeps no other: each
 * look begins with another record, so that a hundred that always go wrong do not stand before the rest.
 */
export async function finishSteps(
  deps: Deps,
  { finished = () => undefined, failed }: StepsTold,
  stopping?: AbortSignal,
): Promise<void> {
  for (const step of await deps.steps.list(AT_ONCE, newIdeaId(deps.random))) {
    if (stopping?.aborted) return;
    try {
      if (await finishStep(deps, step)) finished(step);
    } catch (error) {
      failed(step, error);
    }
  }
}
