import { instantOf, millisecondsOf } from '../../domain/time.js';
import type { OpenDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryDeps } from '../deps.js';

/** As many partitions are looked into at the same time: a sweep may take its time, and what is sent meanwhile must not wait for it. */
const AT_ONCE = 2;
/** Nothing is put off for longer than to the next morning: what is due later was written while a clock was wrong. */
const FARTHEST_MS = 26 * 3_600_000;

/** What a round through all partitions found open: how many deliveries of each run, and when the first is due. */
export type Open = Map<string, { count: number; due: string }>;

/** Adds what was found in another place. */
export function joinOpen(all: Open, more: Open): void {
  for (const [run, { count, due }] of more) {
    const seen = all.get(run);
    all.set(run, { count: count + (seen?.count ?? 0), due: seen && seen.due < due ? seen.due : due });
  }
}

/**
 * Wakes what is open and due in the given partitions: a lost wake-up, a row whose sender died, a wait that has ended.
 * Gives everything that is open there, due or not.
 */
export async function sweep(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries'> & { wake: (found: readonly OpenDelivery[]) => Promise<void> },
  partitions: readonly string[],
): Promise<Open> {
  const open: Open = new Map();
  for (let from = 0; from < partitions.length; from += AT_ONCE) {
    const rows = await Promise.all(partitions.slice(from, from + AT_ONCE).map((one) => deps.deliveries.open(one)));
    const now = deps.app.now();
    const farthest = instantOf(millisecondsOf(now) + FARTHEST_MS);
    await deps.wake(rows.flat().filter(({ due }) => due <= now || due > farthest));
    for (const { run, due } of rows.flat()) joinOpen(open, new Map([[run, { count: 1, due }]]));
  }
  return open;
}
