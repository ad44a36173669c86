import fc from 'fast-check';
import { createRateShare, fairShare, RATE, type Shares, shareOut } from '../../../src/delivery/pacing/rate-share';
import { RowVersions } from '../../../src/store/row-versions';
import { openShared } from '../../../src/store/shared';
import { openStorage } from '../../../src/store/storage';
import { FakeClock } from '../../../testing/processes/fake-clock';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const sum = (shares: Shares, now: number): number =>
  Object.values(shares).reduce((total, { perSecond, until }) => total + (until > now ? perSecond : 0), 0);

describe('the parts of the rate', () => {
  it('are equal, in whole turns, with what does not divide given to the first', () => {
    let shares: Shares = {};
    for (let round = 0; round < 3; round++) {
      for (const name of ['a', 'b', 'c']) {
        const using = Math.min(shares[name]?.perSecond ?? 0, fairShare(shares, name, 40, 0));
        shares = shareOut(shares, name, 40, 0, using);
      }
    }
    expect(Object.values(shares).map(({ perSecond }) => perSecond)).toEqual([14, 13, 13]);
  });

  it('never add up to more than the rate, whoever comes, asks, dies or leaves in whatever order', () => {
    const steps = fc.array(
      fc.record({ who: fc.constantFrom('a', 'b', 'c', 'd', 'e'), passes: fc.nat(3000), leaves: fc.boolean() }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), steps, (rate, all) => {
        let shares: Shares = {};
        let now = 0;
        for (const { who, passes, leaves } of all) {
          now += passes;
          const mine = shares[who];
          const held = mine && mine.until > now ? mine.perSecond : 0;
          if (leaves) shares = { ...shares, [who]: { perSecond: held, until: now } };
          else shares = shareOut(shares, who, rate, now, Math.min(held, fairShare(shares, who, rate, now)));
          expect(sum(shares, now)).toBeLessThanOrEqual(rate);
        }
      }),
    );
  });
});

describe('instances with one rate', () => {
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  const shared = openShared(storage, 'town');
  const log = { info() {}, warn() {}, error() {} };
  const clock = new FakeClock();
  const held = new Map<string, { perSecond: number; until: number }>();

  /** An instance whose use of its share is looked at; its time goes as fast as storage's, which is the test's own. */
  function instance(name: string, versions?: RowVersions) {
    const share = (perSecond: number, lasts: number) => void held.set(name, { perSecond, until: clock.now() + lasts });
    return createRateShare({
      shared: asked,
      pacing: { share },
      rate: 40,
      name,
      log,
      clock,
      ...(versions && { versions }),
    });
  }
  let open = 0;
  /** Storage with the time of the test, and a count of what is being asked of it. */
  const asked: typeof shared = {
    async read<T>(name: string) {
      open++;
      const { value } = await shared.read<T>(name).finally(() => open--);
      return { value, now: Math.floor(clock.now() / 1000) * 1000 };
    },
    async change<T>(name: string, next: (value: T | undefined, now: number) => T | undefined) {
      open++;
      return shared
        .change<T>(name, (value) => next(value, Math.floor(clock.now() / 1000) * 1000))
        .finally(() => open--);
    },
  };
  const inUse = () =>
    [...held.values()].reduce((total, { perSecond, until }) => total + (until > clock.now() ? perSecond : 0), 0);
  /** Lets time pass in small steps, with storage's answers in between; never is more in use than the rate. */
  async function pass(milliseconds: number): Promise<void> {
    for (let gone = 0; gone < milliseconds; gone += 100) {
      await clock.pass(100);
      while (open > 0) await new Promise((resolve) => setImmediate(resolve));
      expect(inUse()).toBeLessThanOrEqual(40);
    }
  }
  const shares = () => [...held.values()].map(({ perSecond }) => perSecond).sort();

  beforeAll(() => storage.prepare());

  it('use it all when alone, an equal part when they are several, and what a dead one held when its time is over', async () => {
    const [a, b, c] = [instance('a'), instance('b'), instance('c')];
    a.start();
    await pass(500);
    expect(inUse()).toBe(40);
    b.start();
    c.start();
    await pass(6000);
    expect(shares()).toEqual([13, 13, 14]);

    const stopping = c.stop();
    await pass(200);
    await stopping;
    await pass(6000);
    expect(held.get('c')?.perSecond).toBe(0);
    expect(shares()).toEqual([0, 20, 20]);

    // One that is killed does not say so.
    await shared.change<Shares>(RATE, (all = {}) => ({ ...all, dead: { perSecond: 20, until: clock.now() + 6000 } }));
    const ending = b.stop();
    await pass(200);
    await ending;
    await pass(4000);
    expect(inUse()).toBe(20);
    await pass(6000);
    expect(inUse()).toBe(40);
    await Promise.all([a.stop(), pass(200)]);
  });

  it('say which versions of rows they read: the next one is written once no instance of an earlier release holds a share', async () => {
    const versions = new RowVersions(2);
    const [older, newer] = [instance('older'), instance('newer', versions)];
    older.start();
    newer.start();
    await pass(3000);
    expect(versions.writes).toBe(1);
    const stopping = older.stop();
    await pass(200);
    await stopping;
    await pass(5000);
    expect(versions.writes).toBe(2);
    const again = instance('older again');
    again.start();
    await pass(2000);
    expect(versions.writes).toBe(1);
    const ending = Promise.all([again.stop(), newer.stop()]);
    await pass(400);
    await ending;
  });
});
