import { type DeliveryName, MOST_AT_ONCE, PER_WAKE_UP, type WakeUps } from '../../store/delivery/wake-ups.js';
import { deliveryKey } from '../../store/keys.js';

/** Nearly empty: less than this part of enough. */
const LITTLE = 1 / 4;

export type Feed = ReturnType<typeof createFeed>;

/**
 * Puts what a run owes to many people into the queue little by little, as it empties: a long queue is slow, and what is
 * urgent would wait behind it. So many deliveries are `wanted` in the queue. It remembers what is left to put in, and what
 * is lost with it a sweep finds again.
 */
export function createFeed(
  wakeUps: Pick<WakeUps, 'ready'>,
  wake: (names: readonly DeliveryName[]) => Promise<void>,
  wanted: number,
) {
  /** Messages in the queue. */
  const enough = Math.min(Math.ceil(wanted / PER_WAKE_UP), MOST_AT_ONCE);
  const left = new Map<string, DeliveryName>();

  function add(names: readonly DeliveryName[]): void {
    for (const { person, run } of names) left.set(deliveryKey(person, run), { person, run });
  }

  function take(count: number): DeliveryName[] {
    const some: DeliveryName[] = [];
    for (const [key, name] of left) {
      if (some.length >= count) break;
      some.push(name);
      left.delete(key);
    }
    return some;
  }

  return {
    /** These are to be woken as there is room. */
    add,

    /** Whether there is more to put into the queue. */
    hasMore: (): boolean => left.size > 0,

    /** Fills the queue up. What could not be put in is kept for the next time. One round trip, and those of what is put in. */
    async fill(): Promise<void> {
      if (left.size === 0) return;
      const some = take((enough - (await wakeUps.ready())) * PER_WAKE_UP);
      try {
        await wake(some);
      } catch (error) {
        add(some);
        throw error;
      }
    },

    /** Whether the queue is nearly empty. One round trip. */
    isLow: async (): Promise<boolean> => (await wakeUps.ready()) < enough * LITTLE,
  };
}
