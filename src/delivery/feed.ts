import type { RandomBytes } from '../domain/ids.js';
import { type DeliveryName, MOST_AT_ONCE, PER_WAKE_UP, type WakeUps } from '../store/wake-ups.js';

/**
 * Whoever feeds the queue looks every second: one that stays nearly empty for so many milliseconds is fed by nobody. Each
 * instance waits up to twice as long, so that one of them takes over and not all.
 */
const UNFED = 3000;
/** Nearly empty: less than this part of enough. */
const LITTLE = 1 / 4;

/** How the queue is doing. */
export interface Fed {
  /** All that this instance has to put into it is in it. */
  all: boolean;
  /** There is room that this instance cannot fill; and there was for so long that nobody else fills it either. */
  little: boolean;
  unfed: boolean;
}

export type Feed = ReturnType<typeof createFeed>;

/**
 * Puts what a run owes to many people into the queue little by little, as it empties: a long queue is slow, and what is
 * urgent would wait behind it. So many deliveries are `wanted` in the queue; `now` is in milliseconds. What is lost with
 * this process, the sweep finds again.
 */
export function createFeed(
  wakeUps: Pick<WakeUps, 'ready'>,
  wake: (names: readonly DeliveryName[]) => Promise<void>,
  { now, random, wanted }: { now: () => number; random: RandomBytes; wanted: number },
) {
  /** Messages in the queue. */
  const enough = Math.min(Math.ceil(wanted / PER_WAKE_UP), MOST_AT_ONCE);
  const [part = 0] = random(1);
  const patience = UNFED * (1 + part / 256);
  const rest = new Map<string, DeliveryName>();
  let littleSince: number | undefined;

  function take(count: number): DeliveryName[] {
    const some: DeliveryName[] = [];
    for (const [key, name] of rest) {
      if (some.length >= count) break;
      some.push(name);
      rest.delete(key);
    }
    return some;
  }

  return {
    /** These are to be woken as there is room. */
    add(names: readonly DeliveryName[]): void {
      for (const { person, run } of names) rest.set(`${person}|${run}`, { person, run });
    },

    /** Fills the queue up, and says how it is doing. */
    async fill(): Promise<Fed> {
      const ready = await wakeUps.ready();
      const some = take((enough - ready) * PER_WAKE_UP);
      await wake(some);
      const little = some.length === 0 && ready < enough * LITTLE;
      littleSince = little ? (littleSince ?? now()) : undefined;
      return { all: rest.size === 0, little, unfed: littleSince !== undefined && now() - littleSince >= patience };
    },
  };
}
