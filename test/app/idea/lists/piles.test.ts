import { choosePile, pilesOrTurn } from '../../../../src/app/idea/lists/piles';
import { createIndexKeeper } from '../../../../src/app/search/keep-index';
import { createSearchIndex } from '../../../../src/app/search-index/create-search-index';
import type { Idea } from '../../../../src/domain/idea/idea';
import type { Person } from '../../../../src/domain/person/person';
import { openScene, type Scene } from '../../../../testing/scenes/use-cases';
import { requestsTo, roundTripsTo } from '../../../../testing/storage/round-trips';

const subjects = ['hammare', 'penslar', 'lunchen', 'trumman', 'snören', 'paraplyer', 'fikat', 'skohyllan', 'spegeln'];

describe('what waits for somebody, in piles', () => {
  let scene: Scene;
  let employee: Person;
  let leader: Person;
  let index: ReturnType<typeof createSearchIndex>;
  beforeEach(async () => {
    scene = await openScene();
    index = createSearchIndex({ names: [] });
    const { search, similar, compare } = index;
    scene.deps.searching = { search, similar, compare, isWhole: () => true };
    [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
  });
  afterEach(() => index.close());

  const sends = (title: string, problem: string, more = {}): Promise<Idea> =>
    scene.submits(employee, { words: { title, problem }, ...more });
  const indexed = () => createIndexKeeper(scene.deps, index).build();

  /** Four that are alike, three of another department, two for a channel, two small ones, one that is kept from others, and the rest. */
  async function twenty() {
    const alike = [];
    for (let n = 0; n < 4; n++)
      alike.push(await sends(`Lådcyklar till hemtjänsten ${n}`, 'Personalen väntar på bilar varje morgon.'));
    const elsewhere = [];
    for (const what of ['Fåglar', 'Vattnet', 'Komposten'])
      elsewhere.push(await sends(what, 'Det här är något för Miljöförvaltningen.'));
    const channel = [await sends('Lyktstolpe', 'Lampan på parkeringen är trasig.')];
    const colleague = await scene.arrives('colleague', { department: 'VOO', unit: 'HTN' });
    const small = { title: 'Nyckelskåp', problem: 'Det hänger för högt.' };
    const direct = [await scene.submits(colleague, { words: small })];
    const kept = await sends('Schemat', 'Rasterna krockar.', { confidential: true });
    const rest = [];
    for (const what of subjects)
      rest.push(await sends(what, `Jag tänker ofta på ${what}, och undrar varför ${what} inte räcker.`));
    await indexed();
    return { alike, elsewhere, channel, direct, kept, rest };
  }

  const pagesOf = async (who = leader) => {
    const waiting = await pilesOrTurn(scene.deps, who);
    if (!('piles' in waiting)) throw new Error('It is a list');
    return waiting.piles.pages;
  };
  const ids = (ideas: readonly { id: string }[]) => ideas.map(({ id }) => id).sort();

  it('each lies in one of them, and why is said', async () => {
    const { alike, elsewhere, channel, direct, kept } = await twenty();
    const pages = await pagesOf();
    expect(pages.alike.map((page) => [...page.ids].sort())).toEqual([ids(alike)]);
    expect(pages.alike[0]?.shared.length).toBeGreaterThan(0);
    expect(pages.elsewhere.map((page) => [...page.ids].sort())).toEqual([ids(elsewhere), ids(channel)]);
    expect(pages.direct.map((page) => page.ids)).toEqual([ids(direct)]);
    const thought = pages.think.flatMap((page) => page.ids);
    expect(thought).toContain(kept.id);
    expect(pages.think.every((page) => page.ids.length <= 5)).toBe(true);
    const all = Object.values(pages).flatMap((some) => some.flatMap((page) => page.ids));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(19);
  });

  it('a part of one is opened with what is proposed', async () => {
    const { elsewhere } = await twenty();
    const page = await choosePile(scene.deps, leader, 'elsewhere', 0);
    expect(ids(page?.ideas ?? [])).toEqual(ids(elsewhere));
    expect(page?.more).toBe(true);
    expect([...(page?.pile?.leanings.values() ?? [])]).toEqual(
      elsewhere.map(() => ({ way: 'department', code: 'MIL' })),
    );
    expect(await choosePile(scene.deps, leader, 'elsewhere', 9)).toBeUndefined();
  });

  it('is a list where it is little, where the index is not whole, slow or lost, and for whoever decides on nothing', async () => {
    await sends('Lådcyklar', 'Bilarna räcker inte.');
    expect('turn' in (await pilesOrTurn(scene.deps, leader))).toBe(true);
    await twenty();
    expect('piles' in (await pilesOrTurn(scene.deps, leader))).toBe(true);
    expect('turn' in (await pilesOrTurn(scene.deps, employee))).toBe(true);
    const { searching } = scene.deps;
    for (const odd of [{ isWhole: () => false }, { compare: () => Promise.reject(new Error('lost')) }]) {
      scene.deps.searching = { ...searching, ...odd };
      expect('turn' in (await pilesOrTurn(scene.deps, leader))).toBe(true);
    }
  });

  it('costs one round trip and as many requests for 60 as for 20, and no idea is read for it', async () => {
    await twenty();
    const tables = [scene.storage.ideas, scene.storage.people];
    const [trips, requests] = [roundTripsTo(tables), requestsTo(tables)];
    const open = () => pilesOrTurn(scene.deps, leader);
    const few = [await trips(open), await requests(open)];
    for (let n = 0; n < 40; n++) await sends(`Sak ${n}`, `Rum ${n} är för litet för oss.`);
    await indexed();
    expect([await trips(open), await requests(open)]).toEqual(few);
    expect(few[0]).toBe(1);
  });

  it('says how many tests the department has, and how many came to an end last year', async () => {
    await twenty();
    const tested = (id: string, test: string) => ({
      id,
      version: 1,
      title: id,
      problem: id,
      departments: [],
      goals: [],
      stage: '',
      test,
    });
    await index.put([tested('AAAAAA', 'VOO now'), tested('BBBBBB', 'VOO now'), tested('CCCCCC', 'VOO 2025')]);
    await index.put([tested('DDDDDD', 'MIL now'), tested('EEEEEE', 'VOO 2024')]);
    const waiting = await pilesOrTurn(scene.deps, leader);
    expect('piles' in waiting && waiting.piles.tests).toEqual({ running: 2, overLastYear: 1 });
  });
});
