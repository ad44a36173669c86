import { relay, relayLane } from '../../../src/delivery/outbox/relay';
import { updateRun } from '../../../src/store/keys';
import { explore, minutes, refFor, Town } from '../../../testing/scenes/town';

const CARDS = 235;

describe('a decision on an idea that very many have a card of', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open('2026-11-24T09:00:00.000Z');
  });
  afterAll(() => town.close());

  it('tells who waits for it, and whoever is asked about another idea, before it draws those cards anew; then draws each', async () => {
    const [leader, submitter] = [await town.arrives('leader'), await town.arrives('submitter')];
    const { id } = await town.submits(submitter);
    await town.deliveries().tick();
    const parts = town.parts();
    const copies = Array.from({ length: CARDS }, (_, n) => ({
      ...({ record: 'idea', id, seq: 1, decisionVersion: 1 } as const),
      ...{ person: refFor(`f${n}`), conversation: `c${n}`, activity: `a${n}` },
    }));
    for (let from = 0; from < CARDS; from += 20) {
      await Promise.all(copies.slice(from, from + 20).map((copy) => parts.sentCards.put(copy)));
    }
    town.pass(minutes(1));
    await town.acts(leader, id, explore);
    const { id: other } = await town.submits(submitter, 'VOO', 'Lånecyklar');
    const drawn = async () => {
      const rows = await Promise.all(
        copies.map(({ person, activity }) => parts.deliveries.get({ person, run: updateRun(id, activity) })),
      );
      return rows.filter((row) => row !== undefined).length;
    };
    const owedTo = async (person: string) =>
      (await parts.deliveries.allOf(person)).flatMap((row) => (row.kind === 'notice' ? [row.id] : []));

    await relayLane(parts, 'awaited', {});
    expect(await owedTo(leader.ref)).toContain(other);
    expect(await owedTo(submitter.ref)).toContain(id);
    expect(await drawn()).toBe(0);

    await relay(parts);
    expect(await drawn()).toBe(CARDS);
    expect(await parts.outbox.list(10)).toEqual([]);
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
