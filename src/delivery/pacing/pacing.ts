import type { Rank } from '../../domain/rank.js';
import { createLine } from './line.js';
import { type Ticking, ticking } from './pause.js';
import { createThrottle } from './throttle.js';

/** A message's place in the line for a slot in which to call Teams. */
export interface QueuePosition {
  /**
   * Makes the call at the very moment when it may be made, and settles as it does. Rejects, without having called, when that
   * moment does not come `withinMs`, or with the signal's reason.
   */
  whenAllowed<T>(call: () => Promise<T>, withinMs: number, signal?: AbortSignal): Promise<T>;
  /** No call is made after all. Nothing happens when the slot has been taken. */
  leave(): void;
}

/** Gives out turns to call Teams, so that all calls of all instances together stay below its limit. */
export interface Pacing {
  /**
   * Settles when a slot is near, which is the time to claim a message; rejects with the signal's reason when that comes first.
   * What goes first by its rank is before all others that wait, also for the slot itself; default: news.
   */
  near(signal?: AbortSignal, rank?: Rank): Promise<QueuePosition>;
  /** A call was made without having waited: a reply to somebody who is chatting, which never waits. */
  called(): void;
  /** Teams has asked to wait in this conversation. */
  throttled(conversation: string): void;
  /** How many turns a second this instance may give, its share of the deployment's rate, and how long, in milliseconds. */
  share(perSecond: number, lastsMs: number): void;
  /** How many it gives just now. */
  perSecond(): number;
}

/**
 * Teams takes 50 requests a second of an app in a tenant; of these so many are left for replies. Replies beyond them
 * come out of what messages would get.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 */
const RESERVE = 10;
const SECOND_MS = 1000;
/** Milliseconds between two looks whether the share has changed meanwhile. */
const LOOK_AGAIN_MS = 50;

/**
 * At most `rate` turns in any second, by rank and in the order in which they were asked for; fewer while Teams throttles many
 * conversations at once, or while this instance has only a share.
 */
export function createPacing(rate: number, clock: Ticking = ticking): Pacing {
  const throttle = createThrottle(clock);
  let share = rate;
  let shareUntil = Number.POSITIVE_INFINITY;
  let placed = 0;
  let freed: () => void = () => undefined;
  /** When turns were given and other calls made within the last second. */
  const given: number[] = [];
  const others: number[] = [];
  const recent = (times: number[]): number[] => {
    const old = times.findIndex((at) => at + SECOND_MS > clock.now());
    times.splice(0, old < 0 ? times.length : old);
    return times;
  };

  const perSecond = (): number =>
    share < 1 || clock.now() >= shareUntil ? 0 : Math.max(1, Math.floor(share * throttle.factor()));
  const allowed = (): number => {
    const reserved = Math.floor((RESERVE * share) / rate);
    return perSecond() - Math.max(0, recent(others).length - reserved);
  };
  /** So few have claimed a message and wait for the call itself that none waits longer than about half a second. */
  const mostPlaced = (): number => Math.max(1, Math.ceil(perSecond() / 2));

  const nearLine = createLine();
  const callLine = createLine();

  async function untilNear(signal?: AbortSignal): Promise<void> {
    while (perSecond() < 1 || placed >= mostPlaced()) {
      const left = new Promise<void>((resolve) => {
        freed = resolve;
      });
      await Promise.race([left, clock.pause(LOOK_AGAIN_MS, signal)]);
    }
    signal?.throwIfAborted();
    placed++;
  }

  async function untilAllowed(latest: number, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      if (clock.now() > latest) throw new Error('The turn did not come in time');
      const most = allowed();
      if (recent(given).length < most) break;
      const free = most > 0 ? (given.at(-most) ?? 0) + SECOND_MS - clock.now() : LOOK_AGAIN_MS;
      await clock.pause(Math.min(Math.max(free, 0), LOOK_AGAIN_MS), signal);
    }
  }

  return {
    async near(signal, rank = 'news') {
      await nearLine(rank, () => untilNear(signal));
      let here = true;
      const leave = () => {
        if (here) placed--;
        here = false;
        freed();
      };
      return {
        leave,
        whenAllowed: async (call, withinMs, stop) => {
          const latest = clock.now() + withinMs;
          try {
            const { calling } = await callLine(rank, async () => {
              await untilAllowed(latest, stop);
              const calling = call();
              // Noted when it has left, not when it was allowed: whatever holds the machine up in between, no second has more.
              given.push(clock.now());
              return { calling };
            });
            leave();
            return await calling;
          } finally {
            leave();
          }
        },
      };
    },
    called: () => void others.push(clock.now()),
    throttled: throttle.noticed,
    share(now, lastsMs) {
      share = now;
      shareUntil = clock.now() + lastsMs;
    },
    perSecond,
  };
}
