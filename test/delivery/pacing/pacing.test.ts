import { createPacing, type Pacing } from '../../../src/delivery/pacing/pacing';
import { FakeClock } from '../../../testing/processes/fake-clock';
import { busiest } from '../../../testing/teams/connector';

const LONG = 3_600_000;

describe('pacing', () => {
  let clock: FakeClock;
  let given: number[];
  beforeEach(() => {
    clock = new FakeClock();
    given = [];
  });

  /** Takes a turn as a worker does: near, some time for claiming, then the turn itself. */
  async function take(pacing: Pacing, claiming = 0, stop?: AbortSignal): Promise<void> {
    const place = await pacing.near(stop);
    if (claiming > 0) await clock.pause(claiming);
    await place.whenAllowed(async () => given.push(clock.now()), LONG, stop);
  }
  const ask = (pacing: Pacing, count: number, claiming?: (n: number) => number) => {
    for (let n = 0; n < count; n++) void take(pacing, claiming?.(n));
  };

  it('gives no more turns in any second than its rate, and no fewer, however long claiming takes', async () => {
    ask(createPacing(40, clock), 400, (n) => (n * 37) % 90);
    await clock.pass(10_100);
    expect(given).toHaveLength(400);
    expect(busiest(given, 1000)).toBeLessThanOrEqual(40);
  });

  it('lets few claim a message before their turn, so that nobody holds one for long', async () => {
    const pacing = createPacing(40, clock);
    let near = 0;
    for (let n = 0; n < 100; n++) void pacing.near().then(() => near++);
    await clock.pass(5000);
    expect(near).toBe(20);
  });

  it('keeps ten calls a second for replies, and takes what they need more from the messages', async () => {
    const pacing = createPacing(40, clock);
    ask(pacing, 200);
    for (let call = 0; call < 10; call++) pacing.called();
    await clock.pass(1);
    expect(given).toHaveLength(40);
    await clock.pass(998);
    for (let call = 0; call < 25; call++) pacing.called();
    await clock.pass(900);
    expect(given).toHaveLength(40 + 25);
  });

  it('does not wait for replies that are more than all calls together: it sends nothing for that second', async () => {
    const pacing = createPacing(40, clock);
    for (let call = 0; call < 200; call++) pacing.called();
    ask(pacing, 40);
    await clock.pass(999);
    expect(given).toEqual([]);
    await clock.pass(100);
    expect(given).toHaveLength(40);
  });

  it('uses its share as long as it lasts, and nothing after that', async () => {
    const pacing = createPacing(40, clock);
    pacing.share(0, LONG);
    ask(pacing, 100);
    await clock.pass(5000);
    expect(given).toEqual([]);
    pacing.share(13, 2500);
    await clock.pass(2000);
    expect(given).toHaveLength(26);
    await clock.pass(10_000);
    expect(given).toHaveLength(39);
    expect(pacing.perSecond()).toBe(0);
  });

  it('slows down when several chats are throttled, not for one, and comes back step by step', async () => {
    const pacing = createPacing(40, clock);
    for (let count = 0; count < 20; count++) pacing.throttled('a:slow');
    expect(pacing.perSecond()).toBe(40);
    for (const chat of ['a:1', 'a:2', 'a:3', 'a:4']) pacing.throttled(chat);
    expect(pacing.perSecond()).toBe(28);
    ask(pacing, 200);
    await clock.pass(999);
    expect(given).toHaveLength(28);
    await clock.pass(3001);
    expect(pacing.perSecond()).toBeGreaterThan(28);
    expect(pacing.perSecond()).toBeLessThan(40);
    await clock.pass(6000);
    expect(pacing.perSecond()).toBe(40);
  });

  it('still sends something in the worst of storms', async () => {
    const pacing = createPacing(40, clock);
    for (let second = 0; second < 60; second++) {
      for (const chat of ['a:1', 'a:2', 'a:3']) pacing.throttled(chat);
      await clock.pass(1000);
    }
    expect(pacing.perSecond()).toBeLessThan(10);
    expect(pacing.perSecond()).toBeGreaterThanOrEqual(1);
  });

  it('lets those go who stop waiting, and gives their turn to the next, in the order of asking', async () => {
    const pacing = createPacing(1, clock);
    await take(pacing);
    const stop = new AbortController();
    const first = take(pacing, 0, stop.signal).catch((error: Error) => error.message);
    const order: string[] = [];
    for (const name of ['second', 'third']) void take(pacing).then(() => order.push(name));
    stop.abort(new Error('Stopping'));
    expect(await first).toBe('Stopping');
    await clock.pass(1100);
    expect(order).toEqual(['second']);
    await clock.pass(1100);
    expect(order).toEqual(['second', 'third']);
  });

  it('tells whoever does not get a turn in time, and passes the place on', async () => {
    const pacing = createPacing(1, clock);
    await take(pacing);
    const place = await pacing.near();
    const late = place.whenAllowed(async () => 'called', 300).catch((error: Error) => error.message);
    await clock.pass(400);
    expect(await late).toBe('The turn did not come in time');
    ask(pacing, 1);
    await clock.pass(700);
    expect(given).toHaveLength(2);
  });
});
