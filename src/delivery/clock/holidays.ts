import { pausePromise, promisesToPause, type ToPause } from '../../app/idea/clock/pause-promises.js';
import { millisecondsOf } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';

/** How often, in milliseconds, it is looked who is away: whoever takes it back at once has told nobody. */
const EVERY_MS = 10 * 60_000;
/** So many ideas in a look; the next one goes on after them. */
const MOST_DONE = 100;

/** Those that a look takes, after the last one of the look before: what cannot wait keeps none of the others from it. */
export function nextToPause(found: readonly ToPause[], after: string): { now: ToPause[]; isLast: boolean } {
  const left = found.filter(({ id }) => id > after).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return { now: left.slice(0, MOST_DONE), isLast: left.length <= MOST_DONE };
}

/** Lets what is promised wait while a department's leaders are away and nobody stands in. Any number of instances may look at once. */
export function followHolidays({ app, log, clockIsRight }: DeliveryDeps, stopping?: AbortSignal) {
  let lookedAt = 0;
  let last = '';
  return async (): Promise<void> => {
    const now = millisecondsOf(app.now());
    if (Math.abs(now - lookedAt) < EVERY_MS) return;
    const found = await promisesToPause(app);
    if (found.length > 0 && !(await clockIsRight())) return;
    const { now: some, isLast } = nextToPause(found, last);
    let paused = 0;
    for (const one of some) {
      if (stopping?.aborted) return;
      try {
        if (await pausePromise(app, one)) paused += 1;
      } catch (error) {
        log.error(
          { id: one.id, err: error },
          'A promise could not wait for whoever is away; the next look tries again',
        );
      }
    }
    if (paused > 0)
      log.info(
        { paused },
        'Promises wait for leaders who are away, and those whose ideas they are hear when they are back',
      );
    last = isLast ? '' : (some.at(-1)?.id ?? '');
    if (isLast) lookedAt = now;
  };
}
