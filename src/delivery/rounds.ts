import { type Instant, millisecondsOf } from '../domain/time.js';
import { isForMany } from '../store/keys.js';
import type { DeliveryName } from '../store/wake-ups.js';
import type { DeliveryDeps } from './deps.js';
import { joinOpen, type Open, sweep } from './sweep.js';

/** Partitions looked into between two thoughts; and in one pass when nothing is found, so that a whole round takes eight of 256. */
const STEP = 32;
/** Milliseconds between two looks; and while much is owed, for each look reads all of it that wake-ups tell of anyway. */
export const SWEEP_EVERY = 15_000;
const SWEEP_MEANWHILE = 60_000;

/** What the latest whole round found: how much is open, and since when the first of it has been due. */
export interface Look {
  open: number;
  oldest: Instant | undefined;
}

/** Sweeps the partitions round and round, and feeds the queue with what it finds that nobody else feeds it with. */
export function createRounds(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'feed'>,
  /** Told of what a whole round found open, and when the round began. */
  looked: (open: Open, since: Instant) => Promise<void>,
  stopping?: AbortSignal,
) {
  const { partitions: all } = deps.deliveries;
  // Each instance begins elsewhere: those that start together find different things.
  const [first = 0] = deps.app.random(1);
  const partitions = [...all.slice(first % all.length), ...all.slice(0, first % all.length)];
  let at = 0;
  let since = '';
  /** Where was last looked something was due; and when that was (ms). */
  let busy = false;
  let steppedAt = Number.NEGATIVE_INFINITY;
  let found: Open = new Map();
  let latest: Look = { open: 0, oldest: undefined };

  const now = (): number => millisecondsOf(deps.app.now());

  /** What is urgent is woken at once. What is for many is somebody's to feed, and only where nobody does it is ours. */
  async function step(feeds: boolean): Promise<void> {
    steppedAt = now();
    if (at === 0) {
      since = deps.app.now();
      found = new Map();
    }
    const wake = async (due: readonly DeliveryName[]) => {
      if (feeds) deps.feed.add(due.filter(({ run }) => isForMany(run)));
      await deps.wake(due.filter(({ run }) => !isForMany(run)));
    };
    const open = await sweep({ ...deps, wake }, partitions.slice(at, at + STEP));
    busy = [...open.values()].some(({ due }) => due <= deps.app.now());
    joinOpen(found, open);
    at = at + STEP < partitions.length ? at + STEP : 0;
    if (at > 0) return;
    const runs = [...found.values()];
    latest = { open: runs.reduce((sum, { count }) => sum + count, 0), oldest: runs.map(({ due }) => due).sort()[0] };
    await looked(found, since);
  }

  return {
    /** Looks into all partitions now. False while more waits to be fed. */
    async whole(): Promise<boolean> {
      let feeds = false;
      for (let done = 0; done < partitions.length && !stopping?.aborted; done += STEP) {
        feeds ||= (await deps.feed.fill()).little;
        await step(feeds);
      }
      return (await deps.feed.fill()).all;
    },

    /**
     * Looks into a part of them, and into all when it finds something. Stops early while the queue has enough for all:
     * then it gives false, and wants to be asked again soon.
     */
    async onward(): Promise<boolean> {
      let wanted = STEP;
      let feeds = false;
      for (let done = 0; done < wanted && !stopping?.aborted; done += STEP) {
        const { all: fed, unfed } = await deps.feed.fill();
        feeds ||= unfed;
        // Something urgent may have lost its wake-up meanwhile, so it is not put off for ever.
        if ((busy || !fed) && !feeds && now() - steppedAt < SWEEP_MEANWHILE) return false;
        await step(feeds);
        if (busy) wanted = partitions.length;
      }
      return (await deps.feed.fill()).all;
    },

    latest: (): Look => latest,
  };
}
