import { createRounds } from '../../src/delivery/rounds';
import { owed } from '../../src/store/deliveries';
import { digestRun, eventRun } from '../../src/store/keys';
import { PER_WAKE_UP } from '../../src/store/wake-ups';
import { refFor, Town } from './town';

const WEEK = '2026-W47';

describe('a look through the partitions', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => town.close());

  const rounds = () => createRounds(town.parts(), async () => {});
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
      { kind: 'notice', idea: 'K7M4QX', seq: 2, as: 'deciders' },
      town.now,
      town.now,
    );
  /** The queue is full of what somebody else feeds it with. */
  async function fillQueue(): Promise<void> {
    const others = Array.from({ length: PER_WAKE_UP }, (_, n) => ({
      person: refFor(`other ${n}`),
      run: 'digest.other',
    }));
    for (let message = 0; message < 13; message++) await town.wakeUps().send(others);
  }
  /** All that is woken, by run. */
  async function woken(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (let batch = await take(); batch.length > 0; batch = await take())
      for (const { run } of batch) counts[run] = (counts[run] ?? 0) + 1;
    return counts;
  }
  const take = async () => (await town.wakeUps().receive(32, 60)).flatMap(({ names }) => names);

  it('wakes at once what is urgent, and leaves a long run to who feeds the queue with it', async () => {
    await town.parts().deliveries.add([...digests(20), news()]);
    await fillQueue();
    const mine = rounds();
    await mine.whole();
    const { 'digest.other': _, ...found } = await woken();
    expect(found).toEqual({ [news().run]: 1 });
    await mine.onward();
    expect(await woken()).toEqual({});
  });

  it('feeds the queue itself when the bot has just started and nobody does', async () => {
    await town.parts().deliveries.add(digests(20));
    await rounds().whole();
    expect(await woken()).toEqual({ [digestRun(WEEK)]: 20 });
  });

  it('feeds the queue itself when who did it is gone', async () => {
    const mine = rounds();
    await fillQueue();
    await mine.whole();
    await town.parts().deliveries.add(digests(20));
    expect(await mine.onward()).toBe(true);
    await woken();
    expect(await mine.onward()).toBe(false);
    expect(await woken()).toEqual({});
    town.pass(6000);
    expect(await mine.onward()).toBe(true);
    expect(await woken()).toEqual({ [digestRun(WEEK)]: 20 });
  });

  it('rests for a minute while much is owed and the queue has enough', async () => {
    const mine = rounds();
    await fillQueue();
    await town.parts().deliveries.add(digests(20));
    await mine.whole();
    await town.parts().deliveries.add([news()]);
    expect(await mine.onward()).toBe(false);
    expect(await woken()).not.toHaveProperty([news().run]);
    await fillQueue();
    town.pass(60_000);
    await mine.onward();
    expect(await woken()).toMatchObject({ [news().run]: 1 });
  });
});
