import { createFeed } from '../../src/delivery/feed';
import { openStorage } from '../../src/store/storage';
import { type DeliveryName, openWakeUps, PER_WAKE_UP, type WakeUps } from '../../src/store/wake-ups';
import { testConnectionString, uniquePrefix } from '../support/storage';

const names = (count: number, run = 'digest.2026-W47'): DeliveryName[] =>
  Array.from({ length: count }, (_, n) => ({ person: `p${n}`, run }));

describe('what a run for many puts into the queue', () => {
  let wakeUps: WakeUps;
  let now = 0;
  beforeEach(async () => {
    const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    wakeUps = openWakeUps(storage);
    now = 0;
  });
  async function wake(some: readonly DeliveryName[]): Promise<void> {
    for (let from = 0; from < some.length; from += PER_WAKE_UP)
      await wakeUps.send(some.slice(from, from + PER_WAKE_UP));
  }
  /** Wants four messages' worth. `byte` is what chance gives. */
  const feed = (byte = 0) =>
    createFeed(wakeUps, wake, { now: () => now, random: () => new Uint8Array([byte]), wanted: 4 * PER_WAKE_UP });

  it('is as much as is wanted, more as it empties, and each name once', async () => {
    const one = feed();
    one.add(names(100));
    one.add(names(100));
    expect(await one.fill()).toMatchObject({ all: false });
    const seen: string[] = [];
    for (let looks = 0; (await wakeUps.ready()) > 0; looks++) {
      expect(looks).toBeLessThan(10);
      expect(await wakeUps.ready()).toBeLessThanOrEqual(4);
      const taken = await wakeUps.receive(2, 60);
      seen.push(...taken.flatMap((wakeUp) => wakeUp.names.map(({ person }) => person)));
      await one.fill();
    }
    expect(seen.sort()).toEqual(
      names(100)
        .map(({ person }) => person)
        .sort(),
    );
    expect(await one.fill()).toMatchObject({ all: true });
  });

  it('does not shrink because of what is put off until later', async () => {
    for (let message = 0; message < 6; message++) await wakeUps.send(names(PER_WAKE_UP, 'daily.2026-11-24'), 3600);
    const one = feed();
    one.add(names(100));
    await one.fill();
    expect(await wakeUps.ready()).toBe(4);
  });

  it.each([
    [0, 3000],
    [255, 5989],
  ])('is taken over by another instance after three to six seconds, as chance (%d) has it', async (byte, patience) => {
    const other = feed(byte);
    expect(await other.fill()).toEqual({ all: true, little: true, unfed: false });
    now += patience - 10;
    expect(await other.fill()).toMatchObject({ unfed: false });
    now += 10;
    expect(await other.fill()).toMatchObject({ unfed: true });
  });

  it('is not taken over while somebody feeds the queue', async () => {
    const [one, other] = [feed(), feed()];
    one.add(names(1000));
    for (let looks = 0; looks < 8; looks++) {
      await one.fill();
      expect(await other.fill()).toMatchObject({ little: false, unfed: false });
      await wakeUps.receive(4, 60);
      now += 1000;
    }
  });
});
