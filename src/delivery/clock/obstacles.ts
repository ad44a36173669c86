import { todayIn } from '../../app/deps.js';
import { liftEnded } from '../../app/obstacle/lift-obstacle.js';
import type { Day } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';

/** Lets nothing wait for an obstacle that has ended: looked for once a day. Any number of instances may look at once; each effect is one. */
export function followObstacles({ app, log }: DeliveryDeps, stopping?: AbortSignal) {
  let lookedOn: Day | undefined;
  return async (): Promise<void> => {
    const today = todayIn(app);
    if (lookedOn === today) return;
    const lifted = await liftEnded(app, stopping);
    if (stopping?.aborted) return;
    lookedOn = today;
    if (lifted > 0) log.info({ lifted }, 'Obstacles had ended for which something still waited, and nothing does now');
  };
}
