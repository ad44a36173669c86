import { enterExisting } from '../../../src/app/existing/enter-existing';
import { createIndexKeeper } from '../../../src/app/search/keep-index';
import { newsFromOthers } from '../../../src/app/search/news-from-others';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import type { ExistingStage } from '../../../src/domain/existing/enter';
import type { Idea } from '../../../src/domain/idea/idea';
import { MET_ONCE_DAYS } from '../../../src/domain/person/met-before';
import type { Person } from '../../../src/domain/person/person';
import { days } from '../../../testing/scenes/town';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';
import { requestsTo } from '../../../testing/storage/round-trips';

const bikes = 'Lådcyklar till hemtjänsten';

describe('news from other departments, for somebody who looks for nothing', () => {
  let scene: Scene;
  let employee: Person;
  let builder: Person;
  let leader: Person;
  let index: ReturnType<typeof createSearchIndex>;
  let entries: number;
  beforeEach(async () => {
    entries = 0;
    scene = await openScene();
    index = createSearchIndex({ names: [] });
    scene.deps.searching = {
      search: index.search,
      similar: index.similar,
      compare: index.compare,
      isWhole: () => true,
    };
    employee = await scene.arrives('employee', { department: 'VOO' });
    builder = await scene.arrives('environmentLeader');
    leader = await scene.arrives('leader');
  });
  afterEach(() => index.close());

  async function exists(who: Person, stage: ExistingStage, title: string): Promise<Idea> {
    const lesson = stage === 'closed' ? 'Vintern är lång.' : undefined;
    const words = { title, problem: 'Det finns ingen.', lesson: lesson ?? 'Det går bra.' };
    const end = stage === 'piloting' ? { end: '2027-03-01' } : {};
    const entered = await enterExisting(scene.deps, who, {
      ...{ idempotencyKey: `ENTRY${entries++}`, stage, words: { ...words, ...end } },
    });
    if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
    return entered.value.idea;
  }
  const indexed = () => createIndexKeeper(scene.deps, index).build();
  const news = async (who = employee) => (await newsFromOthers(scene.deps, who)).ideas.map(({ id }) => id);

  it('are one that is tested, one that is used and one lesson, and none of the own department’s', async () => {
    const [tested, used, tried] = [
      await exists(builder, 'piloting', 'Solceller på taket'),
      await exists(builder, 'inUse', 'Kompost i parken'),
      await exists(builder, 'closed', 'Elbåtar på ån'),
    ];
    for (const stage of ['piloting', 'inUse', 'closed'] as const) await exists(leader, stage, bikes);
    await indexed();
    expect(await news()).toEqual([tested.id, used.id, tried.id]);
  });

  it('are those with the words of what the own department works on, before others', async () => {
    await scene.submits(employee, { words: { title: bikes, problem: 'Bilarna räcker inte.' } });
    const near = await exists(builder, 'inUse', 'Lådcyklar till parkarbetarna');
    await exists(builder, 'inUse', 'Kompost i parken');
    await indexed();
    expect(await news()).toEqual([near.id]);
  });

  it('are those that serve the same goals before those that share nothing', async () => {
    const own = await scene.submits(employee, { words: { title: bikes, problem: 'Bilarna räcker inte.' } });
    const served = await exists(builder, 'inUse', 'Kompost i parken');
    await exists(builder, 'inUse', 'Plantor i krukor');
    for (const { id } of [own, served]) {
      const stored = await scene.deps.ideas.load(id);
      if (!stored) throw new Error('It is gone');
      await scene.deps.ideas.keep(stored, { ...stored.idea, goals: ['klimat'] });
    }
    await indexed();
    expect(await news()).toEqual([served.id]);
  });

  it('are met once in 90 days, also by somebody who asks again at once', async () => {
    const some = [
      await exists(builder, 'inUse', 'Kompost i parken'),
      await exists(builder, 'inUse', 'Plantor i krukor'),
    ];
    await indexed();
    const [first, second] = [await news(), await news()];
    expect([...first, ...second].toSorted()).toEqual(some.map(({ id }) => id).toSorted());
    expect(await news()).toEqual([]);
    // Others meet them for the first time.
    expect(await news(leader)).toHaveLength(1);
    scene.pass(days(MET_ONCE_DAYS - 1));
    expect(await news()).toEqual([]);
    scene.pass(days(2));
    expect(await news()).toHaveLength(1);
  });

  it('hold nothing that has just been hidden, though the index still knows it, nor an idea of the person’s own', async () => {
    const hidden = await exists(builder, 'inUse', 'Kompost i parken');
    await exists(builder, 'piloting', 'Plantor i krukor');
    await indexed();
    const office = await scene.arrives('office');
    await scene.acts(office, hidden, { type: 'hide', data: {}, words: {} });
    await scene.acts(builder, hidden, { type: 'hide', data: {}, words: {} });
    expect(await news()).not.toContain(hidden.id);
    expect(await news({ ...builder, department: 'VOO' })).toEqual([]);
  });

  it('are forgotten with the person', async () => {
    await exists(builder, 'inUse', 'Kompost i parken');
    await indexed();
    expect(await news()).toHaveLength(1);
    await scene.deps.met.removeAllOf(employee.ref);
    expect(await scene.deps.met.of(employee.ref)).toEqual([]);
  });

  it('cost as many requests among 120 ideas as among 36, and at most twenty', async () => {
    const costs: number[] = [];
    const { ideas, people, deliveries } = scene.storage;
    const requests = requestsTo([ideas, people, deliveries]);
    for (const count of [36, 84]) {
      for (let at = 0; at < count; at++) {
        const stage = (['piloting', 'inUse', 'closed'] as const)[at % 3] ?? 'inUse';
        await exists(at % 2 ? builder : leader, stage, `${bikes} ${at}`);
      }
      await indexed();
      await scene.deps.met.removeAllOf(employee.ref);
      costs.push(await requests(() => news()));
    }
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(20);
  });
});
