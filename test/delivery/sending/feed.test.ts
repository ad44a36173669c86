import { createFeed } from '../../../src/delivery/sending/feed';
import { type DeliveryName, openWakeUps, PER_WAKE_UP, type WakeUps } from '../../../src/store/delivery/wake-ups';
import { openStorage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const names = (count: number, run = 'digest.2026-W47'): DeliveryName[] =>
  Array.from({ length: count }, (_, n) => ({ person: `p${String(n).padStart(3, '0')}`, run }));

describe('what a run for many puts into the queue', () => {
  let wakeUps: WakeUps;
  beforeEach(async () => {
    const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    wakeUps = openWakeUps(storage);
  });
  async function wake(some: readonly DeliveryName[]): Promise<void> {
    for (let from = 0; from < some.length; from += PER_WAKE_UP)
      await wakeUps.send(some.slice(from, from + PER_WAKE_UP));
  }
  /** Wants four messages' worth. */
  const feed = (waking = wake) => createFeed(wakeUps, waking, 4 * PER_WAKE_UP);
  const take = async (limit: number) => (await wakeUps.receive(limit, 60)).flatMap((wakeUp) => wakeUp.names);

  it('is as much as is wanted, more as it empties, and each name once', async () => {
    const one = feed();
    one.add(names(100));
    one.add(names(100));
    await one.fill();
    expect(one.hasMore()).toBe(true);
    const seen: DeliveryName[] = [];
    for (let looks = 0; (await wakeUps.ready()) > 0; looks++) {
      expect(looks).toBeLessThan(10);
      expect(await wakeUps.ready()).toBeLessThanOrEqual(4);
      seen.push(...(await take(2)));
      await one.fill();
    }
    expect(seen.sort((a, b) => a.person.localeCompare(b.person))).toEqual(names(100));
    expect(one.hasMore()).toBe(false);
  });

  it('does not shrink because of what is put off until later', async () => {
    for (let message = 0; message < 6; message++) await wakeUps.send(names(PER_WAKE_UP, 'daily.2026-11-24'), 3600);
    const one = feed();
    expect(await one.isLow()).toBe(true);
    one.add(names(100));
    await one.fill();
    expect(await wakeUps.ready()).toBe(4);
    expect(await one.isLow()).toBe(false);
  });

  it('is kept for the next time when the queue does not take it', async () => {
    let broken = true;
    const one = feed(async (some) => {
      if (broken) throw new Error('The queue is silent');
      await wake(some);
    });
    one.add(names(20));
    await expect(one.fill()).rejects.toThrow('silent');
    expect(one.hasMore()).toBe(true);
    broken = false;
    await one.fill();
    expect(await take(4)).toHaveLength(20);
  });
});
