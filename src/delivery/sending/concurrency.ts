import type { Rank } from '../../domain/rank.js';
import { createLine } from '../pacing/line.js';
import { pause } from '../pacing/pause.js';

/** Milliseconds between two looks whether more may be drawn now. */
const LOOK_AGAIN_MS = 100;

export type Concurrency = ReturnType<typeof createConcurrency>;

/**
 * So many messages at a time are drawn and posted; the others wait, each as no more than its name and row, and what goes
 * first by its rank is next. So whatever has been taken from the queue, what somebody waits for is seen to at once.
 */
export function createConcurrency(capacity: () => number) {
  const line = createLine();
  let inUse = 0;
  let freed: () => void = () => undefined;

  async function untilFree(stopping?: AbortSignal): Promise<void> {
    while (inUse >= capacity()) {
      const left = new Promise<void>((resolve) => {
        freed = resolve;
      });
      await Promise.race([left, pause(LOOK_AGAIN_MS, stopping)]);
    }
    stopping?.throwIfAborted();
    inUse++;
  }

  return {
    /** Does something when its turn has come; rejects with the signal's reason when that comes first. */
    async have<T>(rank: Rank, work: () => Promise<T>, stopping?: AbortSignal): Promise<T> {
      await line(rank, () => untilFree(stopping));
      try {
        return await work();
      } finally {
        inUse--;
        freed();
      }
    },
  };
}
