import type { RunName } from '../store/keys.js';
import type { DeliveryDeps } from './deps.js';

/** As many partitions are looked into at the same time. */
const AT_ONCE = 8;

/** What a round through all partitions found open: how many deliveries of each run, and when the first is due. */
export type Open = Map<RunName, { count: number; due: string }>;

/**
 * Wakes what is open and due in the given partitions: a lost wake-up, a row whose sender died, a wait that has ended.
 * Gives everything that is open there, due or not.
 */
export async function sweep(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  partitions: readonly string[],
): Promise<Open> {
  const open: Open = new Map();
  for (let from = 0; from < partitions.length; from += AT_ONCE) {
    const rows = await Promise.all(partitions.slice(from, from + AT_ONCE).map((one) => deps.deliveries.open(one)));
    const now = deps.app.now();
    await deps.wake(rows.flat().filter(({ due }) => due <= now));
    for (const { run, due } of rows.flat()) {
      const seen = open.get(run);
      open.set(run, { count: (seen?.count ?? 0) + 1, due: seen && seen.due < due ? seen.due : due });
    }
  }
  return open;
}
