import type { DeliveryName, WakeUp, WakeUps } from '../store/wake-ups.js';
import type { Log } from './deps.js';
import { pause } from './pacing.js';

/** Seconds for which a received wake-up is hidden from others: longer than waiting for a turn and one try take together. */
const HIDDEN = 90;
/** Milliseconds between two looks into an empty queue. What this process wakes itself is looked at at once. */
const POLL = 1000;
/** Milliseconds of rest when the queue cannot be read. */
const REST = 5000;

interface ReceiverDeps {
  wakeUps: WakeUps;
  see: (name: DeliveryName, stopping: AbortSignal) => Promise<void>;
  workers: number;
  log: Log;
}

/** Takes wake-ups from the queue and has so many seen to at a time. One that goes wrong keeps no other waiting. */
export function createReceiver({ wakeUps, see, workers, log }: ReceiverDeps) {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  const bell = createBell();
  let loop: Promise<void> | undefined;

  async function handle(wakeUp: WakeUp): Promise<void> {
    const { name } = wakeUp;
    try {
      stopping.signal.throwIfAborted();
      if (name) await see(name, stopping.signal);
      else log.warn({}, 'A message in the queue of wake-ups is none of ours; it is taken away');
      await wakeUp.done();
    } catch (error) {
      if (stopping.signal.aborted) await wakeUp.giveBack().catch(() => undefined);
      else log.error({ ...name, err: error }, 'A message could not be seen to; it is tried again');
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
        if (inHand.size >= workers) await Promise.race(inHand);
        const batch = await wakeUps.receive(workers - inHand.size, HIDDEN);
        for (const wakeUp of batch) void take(wakeUp);
        if (batch.length === 0) await Promise.race([rung, pause(POLL, stopping.signal)]);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error({ err: error }, 'The queue of wake-ups cannot be read; trying again');
        await pause(REST, stopping.signal).catch(() => undefined);
      }
    }
  }

  return {
    start(): void {
      loop ??= receive();
    },

    /** There is something in the queue now. */
    poke: bell.ring,

    /** Sees to everything that is in the queue now, and to what comes of it. */
    async drain(): Promise<void> {
      for (;;) {
        const batch = await wakeUps.receive(32, HIDDEN);
        await Promise.all([...batch.map(take), ...inHand]);
        if (batch.length === 0 && inHand.size === 0) return;
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
