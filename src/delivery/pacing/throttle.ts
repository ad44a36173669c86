import type { Ticking } from './pause.js';

/** One slow or flooded chat says nothing about the others: so many different ones must be throttled within this time. */
const SEVERAL = 3;
const WITHIN_MS = 2000;
/** What is left of the rate after each cut, cuts being at least a second apart. */
const CUT = 0.7;
const APART_MS = 1000;
/** How much of the full rate comes back each second, from a second after the last cut on. */
const BACK = 0.05;
const LEAST = 0.02;

/** How much of its rate a sender may use: less when Teams throttles many chats at once, and step by step more again. */
export function createThrottle(clock: Pick<Ticking, 'now'>) {
  /** The conversations that were throttled, each with when it was last. */
  const latest = new Map<string, number>();
  let left = 1;
  let cutAt = Number.NEGATIVE_INFINITY;

  const factor = (): number => Math.min(1, left + (BACK * Math.max(0, clock.now() - cutAt - APART_MS)) / 1000);

  return {
    factor,
    noticed(conversation: string): void {
      const now = clock.now();
      latest.set(conversation, now);
      for (const [one, at] of latest) if (at + WITHIN_MS <= now) latest.delete(one);
      if (latest.size < SEVERAL || cutAt + APART_MS > now) return;
      left = Math.max(LEAST, factor() * CUT);
      cutAt = now;
    },
  };
}
