import { isAwaited } from '../../domain/rank.js';
import { rankOfRun } from '../../store/delivery/delivery-ranks.js';
import { type DeliveryName, PER_WAKE_UP, type Sleeping, type WakeUps } from '../../store/delivery/wake-ups.js';
import { deliveryKey } from '../../store/keys.js';

/** A delivery that was woken is not woken again for so long: its wake-up waits in the queue. */
const QUIET_MS = 60_000;
/** So many wake-ups are sent at the same time. */
const AT_ONCE = 8;
/** What other instances received is forgotten here, when so much is remembered. */
const MOST_REMEMBERED = 20_000;

/** The two queues: what somebody waits for never stands behind the rest. */
export interface WakeUpQueues {
  awaited: Pick<WakeUps, 'send'>;
  rest: Pick<WakeUps, 'send'>;
}

/** Sends wake-ups, each once, into the queue of their rank; `now` in milliseconds. */
export function createWakening(queues: WakeUpQueues, now: () => number) {
  const quietUntil = new Map<string, number>();
  let woke: () => void = () => undefined;
  const keyOf = ({ person, run }: DeliveryName) => deliveryKey(person, run);

  function forgetOld(): void {
    if (quietUntil.size < MOST_REMEMBERED) return;
    for (const [key, until] of quietUntil) if (until <= now()) quietUntil.delete(key);
  }

  async function send(into: Pick<WakeUps, 'send'>, names: readonly DeliveryName[], delayMs: number): Promise<void> {
    const parts: DeliveryName[][] = [];
    for (let from = 0; from < names.length; from += PER_WAKE_UP) parts.push(names.slice(from, from + PER_WAKE_UP));
    for (let from = 0; from < parts.length; from += AT_ONCE) {
      await Promise.all(
        parts.slice(from, from + AT_ONCE).map(async (part) => {
          await into.send(part, delayMs / 1000);
          // One that is put off may be wanted sooner, when there is news: it is woken by whoever finds it due first.
          if (delayMs === 0) for (const name of part) quietUntil.set(keyOf(name), now() + QUIET_MS);
        }),
      );
    }
  }

  return {
    async wake(names: readonly Sleeping[], delayMs = 0): Promise<void> {
      forgetOld();
      const asleep = names.filter((name) => (quietUntil.get(keyOf(name)) ?? 0) <= now());
      const waitedFor = ({ rank, run }: Sleeping): boolean => isAwaited(rank ?? rankOfRun(run));
      await send(queues.awaited, asleep.filter(waitedFor), delayMs);
      await send(
        queues.rest,
        asleep.filter((name) => !waitedFor(name)),
        delayMs,
      );
      if (asleep.length > 0 && delayMs === 0) woke();
    },

    /** Its wake-up has been received: the next one counts again. */
    isAwake(name: DeliveryName): void {
      quietUntil.delete(keyOf(name));
    },

    /** Every delivery may be woken again at once. */
    forget: () => quietUntil.clear(),

    /** Tells when there is something in the queue now. */
    onWake(tell: () => void): void {
      woke = tell;
    },
  };
}
