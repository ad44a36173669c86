import { isAwaited, type Rank } from '../../domain/rank.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import type { OpenDelivery } from '../../store/delivery/deliveries.js';
import { rankOfRun } from '../../store/delivery/delivery-ranks.js';
import type { Sleeping } from '../../store/delivery/wake-ups.js';
import type { DeliveryDeps } from '../deps.js';
import { type Ticking, ticking } from '../pacing/pause.js';
import { joinOpen, type Open, sweep } from './sweep.js';

/** Partitions looked into between two thoughts; and in one look when nothing is found, so that a whole round takes eight of 256. */
const STEP = 32;
/**
 * Whoever feeds the queue does so every second: what nobody waits for while it stays nearly empty for so many milliseconds is
 * fed by nobody. Each instance waits up to twice as long, so that one of them takes over and not all.
 */
const UNFED_MS = 5000;
/** News that has been due for so many milliseconds is fed by whoever finds it: who was to may be gone, while a long run keeps the queue full. */
const OVERDUE_MS = 60_000;

const rankIn = ({ rank, run }: Sleeping): Rank => rank ?? rankOfRun(run);

/** What the latest whole round found: how much is open, and since when the first of it has been due. */
export interface RoundResult {
  open: number;
  oldest: Instant | undefined;
}

interface RoundsOptions {
  /** Told of what a whole round found open, and when the round began. */
  looked: (open: Open, since: Instant) => Promise<void>;
  stopping?: AbortSignal | undefined;
  clock?: Pick<Ticking, 'now'>;
}

/**
 * Sweeps the partitions round and round. What somebody waits for is woken when it is found; the rest is somebody's to feed to
 * the queue, and is only fed from here when that somebody is gone.
 */
export function createRounds(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'feed'>,
  { looked, stopping, clock = ticking }: RoundsOptions,
) {
  const { partitions: all } = deps.deliveries;
  // Each instance begins elsewhere, and waits for another time: those that start together do different things.
  const [first = 0, part = 0] = deps.app.random(2);
  const partitions = [...all.slice(first % all.length), ...all.slice(0, first % all.length)];
  const patience = UNFED_MS * (1 + part / 256);
  let at = 0;
  let since = '';
  let found: Open = new Map();
  let latest: RoundResult = { open: 0, oldest: undefined };
  /** Something was found due for which nobody waits; and since when its queue is nearly empty all the same. */
  let owesRest = false;
  let lowSince: number | undefined;

  /** Looks into the next partitions. True when something urgent was found, and woken. */
  async function step(feeds: boolean): Promise<boolean> {
    if (at === 0) {
      since = deps.app.now();
      found = new Map();
    }
    let woken = false;
    const overdue = instantOf(millisecondsOf(deps.app.now()) - OVERDUE_MS);
    const isOverdue = (one: OpenDelivery): boolean => one.due <= overdue && rankIn(one) === 'news';
    const wake = async (due: readonly OpenDelivery[]) => {
      const urgent = due.filter((one) => isAwaited(rankIn(one)));
      const rest = due.filter((one) => !isAwaited(rankIn(one)));
      deps.feed.add(feeds ? rest : rest.filter(isOverdue));
      if (!feeds) owesRest ||= rest.length > 0;
      await deps.wake(urgent);
      woken ||= urgent.length > 0;
    };
    joinOpen(found, await sweep({ ...deps, wake }, partitions.slice(at, at + STEP)));
    at = at + STEP < partitions.length ? at + STEP : 0;
    if (at === 0) {
      const runs = [...found.values()];
      latest = { open: runs.reduce((sum, { count }) => sum + count, 0), oldest: runs.map(({ due }) => due).sort()[0] };
      await looked(found, since);
    }
    return woken;
  }

  return {
    /** Looks into all partitions; `feeds` the queue with what nobody waits for as well. */
    async whole({ feeds = false } = {}): Promise<void> {
      if (feeds) owesRest = false;
      for (let done = 0; done < partitions.length && !stopping?.aborted; done += STEP) await step(feeds);
    },

    /** Looks into a part of them, and into all when it finds something urgent there. */
    async onward(): Promise<void> {
      let wanted = STEP;
      for (let done = 0; done < wanted && !stopping?.aborted; done += STEP) {
        if (await step(false)) wanted = partitions.length;
      }
    },

    /** Whether something is owed for which nobody waits, and nobody feeds the queue with it: to be asked every second. One round trip at most. */
    async isUnfed(): Promise<boolean> {
      const isLow = owesRest && !deps.feed.hasMore() && (await deps.feed.isLow());
      lowSince = isLow ? (lowSince ?? clock.now()) : undefined;
      return lowSince !== undefined && clock.now() - lowSince >= patience;
    },

    latest: (): RoundResult => latest,
  };
}
