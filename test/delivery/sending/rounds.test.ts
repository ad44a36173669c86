import { createRounds } from '../../../src/delivery/sending/rounds';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { PER_WAKE_UP } from '../../../src/store/delivery/wake-ups';
import { digestRun, eventRun } from '../../../src/store/keys';
import { refFor, Town } from '../../../testing/scenes/town';

const WEEK = '2026-W47';
/** As long as an instance waits at most before it takes over. */
const LONGEST_WAIT = 10_000;

describe('a look through the partitions', () => {
  let town: Town;
  let parts: ReturnType<Town['parts']>;
  let now: number;
  beforeEach(async () => {
    town = await Town.open();
    parts = town.parts();
    now = 0;
  });
  afterEach(() => town.close());

  const rounds = () => createRounds(parts, { looked: async () => {}, clock: { now: () => now } });
  const owe = (rows: Parameters<typeof parts.deliveries.add>[0]) => parts.deliveries.add(rows);
  const digests = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      owed(
        { person: refFor(`manager ${n}`), run: digestRun(WEEK) },
        { kind: 'digest', week: WEEK },
        town.now,
        town.now,
      ),
    );
  const news = () =>
    owed(
      { person: refFor('leader'), run: eventRun('K7M4QX', 2) },
      { kind: 'notice', record: 'idea', id: 'K7M4QX', seq: 2, as: 'deciders' },
      town.now,
      town.now,
    );
  const OTHERS = 'digest.other';
  /** Somebody else feeds the queue. */
  async function fillQueue(): Promise<void> {
    const others = Array.from({ length: PER_WAKE_UP }, (_, n) => ({ person: refFor(`other ${n}`), run: OTHERS }));
    for (let message = 0; message < 13; message++) await town.restWakeUps().send(others);
  }
  const take = async () => {
    const each = await Promise.all([town.wakeUps(), town.restWakeUps()].map((queue) => queue.receive(32, 60)));
    return each.flat().flatMap(({ names }) => names);
  };
  /** Empties the queue: what was woken here, by run. */
  async function woken(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (let batch = await take(); batch.length > 0; batch = await take())
      for (const { run } of batch) if (run !== OTHERS) counts[run] = (counts[run] ?? 0) + 1;
    return counts;
  }

  it('wakes at once what is urgent, and leaves a long run to who feeds the queue with it', async () => {
    await owe([...digests(20), news()]);
    await fillQueue();
    const mine = rounds();
    await mine.whole();
    await parts.feed.fill();
    expect(await woken()).toEqual({ [news().run]: 1 });
    await fillQueue();
    expect(await mine.isUnfed()).toBe(false);
    now += LONGEST_WAIT;
    expect(await mine.isUnfed()).toBe(false);
  });

  it('finds that nobody feeds the queue any more, and then does it', async () => {
    await owe(digests(20));
    const mine = rounds();
    await mine.onward();
    expect(await mine.isUnfed()).toBe(false);
    now += LONGEST_WAIT / 2 - 1;
    expect(await mine.isUnfed()).toBe(false);
    now += LONGEST_WAIT / 2 + 1;
    expect(await mine.isUnfed()).toBe(true);
    await mine.whole({ feeds: true });
    await parts.feed.fill();
    expect(await woken()).toEqual({ [digestRun(WEEK)]: 20 });
    now += LONGEST_WAIT;
    expect(await mine.isUnfed()).toBe(false);
  });

  it('gives who plans a run time to begin with it, however long nothing has been owed', async () => {
    const mine = rounds();
    await mine.whole();
    expect(await mine.isUnfed()).toBe(false);
    now += 10 * LONGEST_WAIT;
    await owe(digests(20));
    await mine.onward();
    expect(await mine.isUnfed()).toBe(false);
  });

  it('begins to wait anew when somebody has fed the queue meanwhile', async () => {
    await owe(digests(20));
    const mine = rounds();
    await mine.onward();
    await mine.isUnfed();
    now += LONGEST_WAIT / 2 - 1;
    await fillQueue();
    expect(await mine.isUnfed()).toBe(false);
    await woken();
    now += LONGEST_WAIT;
    expect(await mine.isUnfed()).toBe(false);
  });

  it('looks into an eighth of the partitions, and into all when it finds something urgent there', async () => {
    const deliveries = openDeliveries(town.storage, 'town', () => newIdempotencyKey(town.app.random));
    let looks = 0;
    const open = (partition: string) => {
      looks += 1;
      return deliveries.open(partition);
    };
    const mine = createRounds({ ...parts, deliveries: { ...deliveries, open } }, { looked: async () => {} });
    await deliveries.add(digests(200));
    await mine.onward();
    expect(looks).toBe(256 / 8);
    await deliveries.add(Array.from({ length: 200 }, (_, n) => ({ ...news(), person: refFor(`reader ${n}`) })));
    await mine.onward();
    expect(looks).toBe(256 / 8 + 256);
    expect(await woken()).toEqual({ [news().run]: 200 });
  });
});
