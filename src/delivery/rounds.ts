import type { Instant } from '../domain/time.js';
import type { WakeUps } from '../store/wake-ups.js';
import type { DeliveryDeps } from './deps.js';
import { joinOpen, type Open, sweep } from './sweep.js';

/** Partitions looked into between two thoughts; and in one pass when nothing is found, so that a whole round takes eight of 256. */
const STEP = 32;

/** What the latest whole round found: how much is open, and since when the first of it has been due. */
export interface Look {
  open: number;
  oldest: Instant | undefined;
}

/** Sweeps the partitions round and round, a part at a time; goes on by itself as long as it finds work that nobody has in hand. */
export function createRounds(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  wakeUps: WakeUps,
  /** As many wake-ups in the queue are enough: more would make it slow, and what is urgent would wait behind them. */
  enough: () => number,
  /** Told of what a whole round found open, and when the round began. */
  looked: (open: Open, since: Instant) => Promise<void>,
  stopping?: AbortSignal,
) {
  const { partitions } = deps.deliveries;
  let at = 0;
  let since = '';
  let found: Open = new Map();
  let latest: Look = { open: 0, oldest: undefined };

  async function step(): Promise<boolean> {
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
     * Looks into all partitions, or into a part of them and into all when it finds something. Stops early when the queue
     * has enough: then it gives false, and wants to be asked again soon.
     */
    async go({ whole }: { whole: boolean }): Promise<boolean> {
      let wanted = whole ? partitions.length : STEP;
      for (let done = 0; done < wanted && !stopping?.aborted; done += STEP) {
        if (!(await step())) continue;
        if ((await wakeUps.waiting()) >= enough()) return false;
        wanted = partitions.length;
      }
      return true;
    },

    latest: (): Look => latest,
  };
}
