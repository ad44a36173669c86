import type { Step } from '../store/steps.js';
import type { Deps } from './deps.js';
import { absorb } from './idea/absorb-idea.js';

/** What each step does. Done again after it was broken off, or by two at once, it has one effect. */
const steps: Readonly<Record<string, (deps: Deps, step: Step) => Promise<void>>> = { absorb };

/** As many as one look finishes; more are found by the next. */
const AT_ONCE = 100;

/**
 * Does what an operation has left to do with a second record, and takes its row away. One of a name that only a newer version
 * knows is left for that one.
 */
export async function finishStep(deps: Deps, step: Step): Promise<void> {
  if (!Object.hasOwn(steps, step.name)) return;
  await steps[step.name]?.(deps, step);
  await deps.steps.done(step);
}

/** Does what was begun and not finished, by a bot that died in between. One that goes wrong is told of and keeps no other. */
export async function finishSteps(
  deps: Deps,
  failed: (step: Step, error: unknown) => void,
  stopping?: AbortSignal,
): Promise<void> {
  for (const step of await deps.steps.list(AT_ONCE)) {
    if (stopping?.aborted) return;
    try {
      await finishStep(deps, step);
    } catch (error) {
      failed(step, error);
    }
  }
}
