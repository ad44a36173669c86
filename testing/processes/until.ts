import { setTimeout } from 'node:timers/promises';

/** How long to wait, in milliseconds, for what a process does while the machine is busy with others. */
export const PATIENCE = 180_000;

/**
 * Settles when this holds, which it looks at again and again; fails with `what` after `within` milliseconds. `every` so
 * many: more where looking costs something that what is waited for needs too.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { within = PATIENCE, what = String(holds), every = 20 }: { within?: number; what?: string; every?: number } = {},
): Promise<void> {
  const deadline = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await setTimeout(every);
  }
}
