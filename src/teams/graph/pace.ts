import type { Ticking } from '../../delivery/pacing/pause.js';

/** How often Graph is asked by everything that shares this. */
export interface GraphPace {
  /** Settles when the next request may go out. */
  turn(signal?: AbortSignal): Promise<void>;
  /** Nothing goes out for so many milliseconds: Graph has said so to one of those who ask. */
  rest(milliseconds: number): void;
}

/** So many requests a second, evenly, however many ask at the same time. */
export function createPace(perSecond: number, clock: Ticking): GraphPace {
  const between = 1000 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  let rests = Number.NEGATIVE_INFINITY;
  return {
    async turn(signal) {
      for (;;) {
        const now = clock.now();
        const mine = Math.max(now, next, rests);
        next = mine + between;
        if (mine > now) await clock.pause(mine - now, signal);
        // It may have been said meanwhile.
        if (clock.now() >= rests) return;
      }
    },
    rest(milliseconds) {
      rests = Math.max(rests, clock.now() + milliseconds);
    },
  };
}
