import type { WakeUps } from '../store/wake-ups.js';
import type { DeliveryDeps } from './deps.js';
import { type Open, sweep } from './sweep.js';

/** Partitions looked into between two thoughts; and in one pass when nothing is found, so that a whole round takes eight of 256. */
const STEP = 32;
/** So many wake-ups in the queue are enough: more would make it slow, and they would wait for their turn anyhow. */
const ENOUGH = 1000;

/** Sweeps the partitions round and round, a part at a time; goes on by itself as long as it finds work that nobody has in hand. */
export function createRounds(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  wakeUps: WakeUps,
  /** Told of what a whole round found open, and when the round began. */
  looked: (open: Open, since: string) => Promise<void>,
) {
  const { partitions } = deps.deliveries;
  let at = 0;
  let since = '';
  let found: Open = new Map();

  async function step(): Promise<boolean> {
    if (at === 0) {
      since = deps.app.now();
      found = new Map();
    }
    const open = await sweep(deps, partitions.slice(at, at + STEP));
    for (const [run, { count, due }] of open) {
      const seen = found.get(run);
      found.set(run, { count: count + (seen?.count ?? 0), due: seen && seen.due < due ? seen.due : due });
    }
    at = at + STEP < partitions.length ? at + STEP : 0;
    if (at === 0) await looked(found, since);
    return [...open.values()].some(({ due }) => due <= deps.app.now());
  }

  return {
    /** Looks into all partitions, or into a part of them and into all when it finds something; stops early when the queue has enough. */
    async go({ whole }: { whole: boolean }): Promise<void> {
      let wanted = whole ? partitions.length : STEP;
      for (let done = 0; done < wanted; done += STEP) {
        if (!(await step())) continue;
        if ((await wakeUps.waiting()) >= ENOUGH) return;
        wanted = partitions.length;
      }
    },
  };
}
