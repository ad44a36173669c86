import { type Rank, ranks } from '../../domain/rank.js';
import { rankOfRun } from '../../store/delivery/delivery-ranks.js';
import { MOST_AT_ONCE, PER_WAKE_UP, type Sleeping, type WakeUps } from '../../store/delivery/wake-ups.js';
import { deliveryKey, readRun } from '../../store/keys.js';

/** Nearly empty: less than this part of enough. */
const LITTLE = 1 / 4;

export type Feed = ReturnType<typeof createFeed>;

/** What is left to put in: by rank, and there by the record or the time that it is of. */
type Left = Map<Rank, Map<string, Map<string, Sleeping>>>;

/**
 * Puts what is owed to many people into the queue little by little, as it empties: a long queue is slow, and what comes
 * later would wait behind it. What goes first by its rank goes in first, and within a rank one of each record in turn, so
 * that none with very many holds another up. So many deliveries are `wanted` in the queue. It remembers what is left to put
 * in, and what is lost with it a sweep finds again.
 */
export function createFeed(
  wakeUps: Pick<WakeUps, 'ready'>,
  wake: (names: readonly Sleeping[]) => Promise<void>,
  wanted: number,
) {
  /** Messages in the queue. */
  const enough = Math.min(Math.ceil(wanted / PER_WAKE_UP), MOST_AT_ONCE);
  const left: Left = new Map();

  function add(names: readonly Sleeping[]): void {
    for (const { person, run, rank = rankOfRun(run) } of names) {
      const ofRank = entryOf(left, rank, () => new Map());
      const together = entryOf(ofRank, readRun(run).of, () => new Map<string, Sleeping>());
      together.set(deliveryKey(person, run), { person, run, rank });
    }
  }

  function take(count: number): Sleeping[] {
    const some: Sleeping[] = [];
    for (const rank of ranks) {
      const ofRank = left.get(rank);
      while (ofRank && ofRank.size > 0 && some.length < count) some.push(...oneOfEach(ofRank, count - some.length));
    }
    return some;
  }

  const hasMore = (): boolean => [...left.values()].some((ofRank) => ofRank.size > 0);

  return {
    /** These are to be woken as there is room. */
    add,

    /** Whether there is more to put into the queue. */
    hasMore,

    /** Fills the queue up. What could not be put in is kept for the next time. One round trip, and those of what is put in. */
    async fill(): Promise<void> {
      if (!hasMore()) return;
      const some = take((enough - (await wakeUps.ready())) * PER_WAKE_UP);
      try {
        await wake(some);
      } catch (error) {
        add(some);
        throw error;
      }
    },

    /** Whether the queue is nearly empty. One round trip. */
    isLow: async (): Promise<boolean> => (await wakeUps.ready()) < enough * LITTLE,
  };
}

function entryOf<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const value = map.get(key) ?? fresh();
  map.set(key, value);
  return value;
}

/** Takes one of each record, at most so many; whoever has given one stands last the next time. */
function oneOfEach(ofRank: Map<string, Map<string, Sleeping>>, most: number): Sleeping[] {
  return [...ofRank].slice(0, most).flatMap(([record, together]) => {
    ofRank.delete(record);
    const [first] = together;
    if (!first) return [];
    const [key, name] = first;
    together.delete(key);
    if (together.size > 0) ofRank.set(record, together);
    return [name];
  });
}
