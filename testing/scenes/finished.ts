import type { Deps } from '../../src/app/deps.js';
import { finishSteps } from '../../src/app/steps.js';

/** Does something as the bot would, and then what it has left to do, as delivery would have begun at once. */
export async function finished<T>(deps: Deps, act: (deps: Deps) => Promise<T>): Promise<T> {
  let steps = false;
  const done = await act({
    ...deps,
    kick(left) {
      steps ||= left?.steps === true;
      deps.kick(left);
    },
  });
  const failed = (_step: unknown, error: unknown) => {
    throw error;
  };
  if (steps) await finishSteps(deps, { failed });
  return done;
}
