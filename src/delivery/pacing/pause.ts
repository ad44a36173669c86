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

/** What work gives, or undefined when it takes longer than so many milliseconds; then it goes on by itself. */
export async function doneWithin<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  try {
    return await Promise.race([work, pause(milliseconds, stop.signal).then(() => undefined)]);
  } finally {
    stop.abort();
  }
}

/** A clock that nobody sets, in milliseconds, and waiting by it. */
export interface Ticking {
  now(): number;
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const ticking: Ticking = { now: () => performance.now(), pause };
