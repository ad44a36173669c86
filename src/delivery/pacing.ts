/** Gives out turns to call Teams, so that all calls together stay below its limit. */
export interface Pacing {
  /** Settles when the next call may be made; rejects with the signal's reason when that comes first. */
  take(signal?: AbortSignal): Promise<void>;
}

/**
 * At most `perSecond` turns in any second, in the order in which they were asked for. Teams takes 50 requests a second
 * of an app in a tenant; what is not given out here is left for replies to people who are chatting.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 */
export function createPacing(perSecond: number): Pacing {
  /** When the latest turns were given, as a ring: a new one may come a second after the one `perSecond` before it. */
  const given = new Array<number>(perSecond).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  let line: Promise<void> = Promise.resolve();

  async function turn(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const wait = (given[next] ?? 0) + 1000 - performance.now();
      if (wait <= 0) break;
      await pause(wait, signal);
    }
    given[next] = performance.now();
    next = (next + 1) % perSecond;
  }

  return {
    take(signal) {
      const mine = line.then(() => turn(signal));
      line = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Settles after so many milliseconds; rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
