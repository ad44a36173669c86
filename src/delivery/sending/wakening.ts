import { type DeliveryName, PER_WAKE_UP, type WakeUps } from '../../store/delivery/wake-ups.js';
import { deliveryKey } from '../../store/keys.js';

/** A delivery that was woken is not woken again for so long: its wake-up waits in the queue. */
const QUIET_MS = 60_000;
/** So many wake-ups are sent at the same time. */
const AT_ONCE = 8;
/** What other instances received is forgotten here, when so much is remembered. */
const MOST_REMEMBERED = 20_000;

/** Sends wake-ups, each once; `now` in milliseconds. */
export function createWakening(wakeUps: WakeUps, now: () => number) {
  const quietUntil = new Map<string, number>();
  let woke: () => void = () => undefined;
  const keyOf = ({ person, run }: DeliveryName) => deliveryKey(person, run);

  function forgetOld(): void {
    if (quietUntil.size < MOST_REMEMBERED) return;
    for (const [key, until] of quietUntil) if (until <= now()) quietUntil.delete(key);
  }

  return {
    async wake(names: readonly DeliveryName[], delay = 0): Promise<void> {
      forgetOld();
      const asleep = names.filter((name) => (quietUntil.get(keyOf(name)) ?? 0) <= now());
      const parts: DeliveryName[][] = [];
      for (let from = 0; from < asleep.length; from += PER_WAKE_UP) parts.push(asleep.slice(from, from + PER_WAKE_UP));
      for (let from = 0; from < parts.length; from += AT_ONCE) {
        await Promise.all(
          parts.slice(from, from + AT_ONCE).map(async (part) => {
            await wakeUps.send(part, delay / 1000);
            // One that is put off may be wanted sooner, when there is news: it is woken by whoever finds it due first.
            if (delay === 0) for (const name of part) quietUntil.set(keyOf(name), now() + QUIET_MS);
          }),
        );
      }
      if (asleep.length > 0 && delay === 0) woke();
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
