import type { DeliveryName, WakeUps } from '../store/wake-ups.js';

/** A delivery that was woken is not woken again for so long: its wake-up waits in the queue. */
const QUIET = 60_000;
/** More than this at once would only make the queue slow; the sweep wakes the rest when these are seen to. */
const MOST = 500;
const AT_ONCE = 16;
/** What other instances received is forgotten here, when so much is remembered. */
const MOST_REMEMBERED = 10_000;

/** Sends wake-ups, each once; `now` in milliseconds. */
export function createWakening(wakeUps: WakeUps, now: () => number) {
  const quietUntil = new Map<string, number>();
  let woke: () => void = () => undefined;
  const keyOf = ({ person, run }: DeliveryName) => `${person}|${run}`;

  function forgetOld(): void {
    if (quietUntil.size < MOST_REMEMBERED) return;
    for (const [key, until] of quietUntil) if (until <= now()) quietUntil.delete(key);
  }

  return {
    async wake(names: readonly DeliveryName[], delay = 0): Promise<void> {
      forgetOld();
      const asleep = names.filter((name) => (quietUntil.get(keyOf(name)) ?? 0) <= now()).slice(0, MOST);
      for (let from = 0; from < asleep.length; from += AT_ONCE) {
        await Promise.all(
          asleep.slice(from, from + AT_ONCE).map(async (name) => {
            await wakeUps.send(name, delay / 1000);
            // After a delay of its own the sweep may wake it too: doubles are harmless, and a lost wake-up is not waited for.
            quietUntil.set(keyOf(name), now() + (delay || QUIET));
          }),
        );
      }
      if (asleep.length > 0 && delay === 0) woke();
    },

    /** Its wake-up has been received: the next one counts again. */
    isAwake(name: DeliveryName): void {
      quietUntil.delete(keyOf(name));
    },

    /** Tells when there is something in the queue now. */
    onWake(tell: () => void): void {
      woke = tell;
    },
  };
}
