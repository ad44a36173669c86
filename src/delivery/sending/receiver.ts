import { setMaxListeners } from 'node:events';
import {
  type DeliveryName,
  MOST_AT_ONCE,
  PER_WAKE_UP,
  type WakeUp,
  type WakeUps,
} from '../../store/delivery/wake-ups.js';
import type { Log } from '../log.js';
import { pause } from '../pacing/pause.js';

/** Seconds for which a received wake-up is hidden from others: longer than waiting for a slot and one try take together. */
const HIDDEN_SECONDS = 90;
/** Milliseconds between two looks into an empty queue. What this process wakes itself is looked at at once. */
const POLL_MS = 500;
/** Milliseconds of rest when the queue cannot be read. */
const REST_MS = 5000;
/** Milliseconds between two looks whether messages may be sent again. */
const CLOSED_POLL_MS = 100;

interface ReceiverDeps {
  wakeUps: WakeUps;
  see: (name: DeliveryName, stopping: AbortSignal) => Promise<void>;
  /** How many deliveries may be in hand now; 0 while nothing may be sent. */
  concurrency: () => number;
  log: Log;
}

/** Takes wake-ups from the queue and has so many deliveries seen to at a time. One that goes wrong keeps no other waiting. */
export function createReceiver({ wakeUps, see, concurrency, log }: ReceiverDeps) {
  const stopping = new AbortController();
  // Everything that is in hand listens whether it is to stop.
  setMaxListeners(0, stopping.signal);
  const inHand = new Set<Promise<void>>();
  const bell = createBell();
  let loop: Promise<void> | undefined;
  /** In hand now, in all the wake-ups together. */
  let deliveries = 0;

  async function look(name: DeliveryName): Promise<boolean> {
    deliveries++;
    try {
      stopping.signal.throwIfAborted();
      await see(name, stopping.signal);
      return true;
    } catch (error) {
      if (!stopping.signal.aborted)
        log.error({ ...name, err: error }, 'A message could not be seen to; it is tried again');
      return false;
    } finally {
      deliveries--;
    }
  }

  async function handle(wakeUp: WakeUp): Promise<void> {
    if (wakeUp.names.length === 0) log.warn({}, 'A message in the queue of wake-ups is none of ours; it is taken away');
    const seen = await Promise.all(wakeUp.names.map(look));
    try {
      if (seen.every(Boolean)) await wakeUp.done();
      else if (stopping.signal.aborted) await wakeUp.giveBack();
    } catch (error) {
      // It comes again and finds nothing left to do.
      log.warn({ err: error }, 'A wake-up could not be taken from the queue');
    }
  }

  function take(wakeUp: WakeUp): Promise<void> {
    const handling = handle(wakeUp).finally(() => inHand.delete(handling));
    inHand.add(handling);
    return handling;
  }

  async function receive(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rung = bell.next();
      try {
        const free = concurrency() - deliveries;
        if (free <= 0) {
          await Promise.race([...inHand, pause(CLOSED_POLL_MS, stopping.signal)]);
          continue;
        }
        // As if each named as many as it can: whoever takes more than may be seen to at the same time leaves others idle.
        const batch = await wakeUps.receive(Math.max(1, Math.floor(free / PER_WAKE_UP)), HIDDEN_SECONDS);
        for (const wakeUp of batch) void take(wakeUp);
        if (batch.length === 0) await Promise.race([rung, pause(POLL_MS, stopping.signal)]);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error({ err: error }, 'The queue of wake-ups cannot be read; trying again');
        await pause(REST_MS, stopping.signal).catch(() => undefined);
      }
    }
  }

  return {
    start(): void {
      loop ??= receive();
    },

    /** There is something in the queue now. */
    poke: bell.ring,

    /** Sees to everything that is in the queue now, and to what comes of it. True when there was something. */
    async drain(): Promise<boolean> {
      for (let any = false; ; any = true) {
        const batch = await wakeUps.receive(MOST_AT_ONCE, HIDDEN_SECONDS);
        await Promise.all([...batch.map(take), ...inHand]);
        if (batch.length === 0 && inHand.size === 0) return any;
      }
    },

    /** Settles when what is in hand is finished or given back. */
    async stop(): Promise<void> {
      stopping.abort(new Error('Stopping'));
      await loop;
      await Promise.all(inHand);
    },
  };
}

export type Receiver = ReturnType<typeof createReceiver>;

/** Several receivers, each with a queue of its own, as one. */
export const together = (receivers: readonly Receiver[]): Receiver => {
  async function drain(): Promise<boolean> {
    const any = (await Promise.all(receivers.map((one) => one.drain()))).some(Boolean);
    // What comes of one queue may stand in another.
    if (any) await drain();
    return any;
  }
  return {
    start() {
      for (const one of receivers) one.start();
    },
    poke() {
      for (const one of receivers) one.poke();
    },
    drain,
    async stop() {
      await Promise.all(receivers.map((one) => one.stop()));
    },
  };
};

/** Something to wait for that happens again and again. */
function createBell() {
  let ring: () => void = () => undefined;
  let ringing = Promise.resolve();
  const renew = () => {
    ringing = new Promise((resolve) => {
      ring = resolve;
    });
  };
  renew();
  return {
    next: () => ringing,
    ring: () => {
      ring();
      renew();
    },
  };
}
