import { type Instant, millisecondsOf } from '../domain/time.js';
import { PER_WAKE_UP, type WakeUps } from '../store/wake-ups.js';
import type { DeliveryDeps } from './deps.js';
import { joinOpen, type Open, sweep } from './sweep.js';

/** Partitions looked into between two thoughts; and in one pass when nothing is found, so that a whole round takes eight of 256. */
const STEP = 32;
/** Milliseconds between two looks while there is little to do; and the most while the queue is full. */
export const SWEEP_EVERY = 15_000;

/** What the latest whole round found: how much is open, and since when the first of it has been due. */
export interface Look {
  open: number;
  oldest: Instant | undefined;
}

/** Sweeps the partitions round and round, a part at a time; goes on by itself as long as it finds work that nobody has in hand. */
export function createRounds(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'enough'>,
  wakeUps: WakeUps,
  /** Told of what a whole round found open, and when the round began. */
  looked: (open: Open, since: Instant) => Promise<void>,
  stopping?: AbortSignal,
) {
  const { partitions } = deps.deliveries;
  let at = 0;
  let since = '';
  /** There is more to do than the queue holds; and when partitions were last looked into (ms). */
  let busy = false;
  let steppedAt = Number.NEGATIVE_INFINITY;
  let found: Open = new Map();
  let latest: Look = { open: 0, oldest: undefined };

  const now = (): number => millisecondsOf(deps.app.now());

  async function step(): Promise<boolean> {
    steppedAt = now();
    if (at === 0) {
      since = deps.app.now();
      found = new Map();
    }
    const open = await sweep(deps, partitions.slice(at, at + STEP));
    joinOpen(found, open);
    at = at + STEP < partitions.length ? at + STEP : 0;
    if (at === 0) {
      const all = [...found.values()];
      latest = { open: all.reduce((sum, { count }) => sum + count, 0), oldest: all.map(({ due }) => due).sort()[0] };
      await looked(found, since);
    }
    return [...open.values()].some(({ due }) => due <= deps.app.now());
  }

  return {
    /**
     * Looks into all partitions, or into a part of them and into all when it finds something. Stops early while there is
     * more to do and the queue has enough: then it gives false, and wants to be asked again soon.
     */
    async go({ whole }: { whole: boolean }): Promise<boolean> {
      let wanted = whole ? partitions.length : STEP;
      for (let done = 0; done < wanted && !stopping?.aborted; done += STEP) {
        // What others have found for the queue is enough for all; but something urgent may have lost its wake-up.
        if (busy && now() - steppedAt < SWEEP_EVERY && (await wakeUps.waiting()) * PER_WAKE_UP >= deps.enough) {
          return false;
        }
        busy = await step();
        if (busy) wanted = partitions.length;
      }
      return true;
    },

    latest: (): Look => latest,
  };
}
