import { lastWeek, readWeek, scopesOf, thisWeek, weekFor } from '../../../src/app/digest/week';
import { openIdea } from '../../../src/app/idea/open-idea';
import type { Digest } from '../../../src/domain/digest/digest';
import type { Person } from '../../../src/domain/person/person';
import { close, explore, openScene, type Scene } from '../../../testing/scenes/use-cases';

describe('a week', () => {
  let scene: Scene;
  let employee: Person;
  beforeEach(async () => {
    scene = await openScene();
    employee = await scene.arrives('employee', { department: 'VOO' });
  });

  async function weekOf(person: Person, week = thisWeek(scene.deps)): Promise<Digest> {
    const log = await readWeek(scene.deps, week);
    if (!log) throw new Error(`No week ${week}`);
    return weekFor(scene.deps, person, log);
  }

  it('is named by ISO 8601, in the municipality’s time zone', () => {
    expect([thisWeek(scene.deps), lastWeek(scene.deps)]).toEqual(['2026-W48', '2026-W47']);
    scene.pass(3 * 24 * 3600_000 + 14 * 3600_000 + 60_000);
    expect(thisWeek(scene.deps)).toBe('2026-W49');
  });

  it('that does not exist cannot be read', async () => {
    for (const week of ['2026-W54', '2025-W53', 'v47']) expect(await readWeek(scene.deps, week)).toBeUndefined();
  });

  it('tells a manager of the department, with what was decided', async () => {
    const [manager, leader] = [await scene.arrives('manager'), await scene.arrives('leader')];
    const [one, two] = [await scene.submits(employee), await scene.submits(employee)];
    await scene.submits(employee, { department: 'MIL' });
    await scene.acts(leader, one, explore);
    await scene.acts(leader, two, close);
    const digest = await weekOf(manager);
    expect(digest.newIdeas.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(digest.decisions.map(({ event }) => event.type).toSorted()).toEqual(['closed', 'explored']);
    expect(digest.scopes).toEqual([{ department: 'VOO' }]);
    expect(digest.mine).toEqual([]);
  });

  it('tells a unit’s manager of the unit', async () => {
    const unitManager = await scene.arrives('unitManager');
    const nurse = await scene.arrives('colleague', { department: 'VOO', unit: 'HTN' });
    await scene.submits(employee);
    const { id } = await scene.submits(nurse);
    const digest = await weekOf(unitManager);
    expect(digest.newIdeas.map((idea) => idea.id)).toEqual([id]);
  });

  it('begins with what waits for the reader, from any department', async () => {
    const leader = await scene.arrives('leader');
    const { id } = await scene.submits(employee);
    expect((await weekOf(leader)).mine.map((idea) => idea.id)).toEqual([id]);
    expect((await weekOf(employee)).mine).toEqual([]);
  });

  it('is about the places that somebody has a post for, else about their own', async () => {
    const manager = await scene.arrives('manager');
    expect(scopesOf(scene.deps, manager)).toEqual({
      scopes: [{ department: 'VOO' }],
      posts: [{ role: 'manager', department: 'VOO' }],
    });
    expect(scopesOf(scene.deps, employee)).toEqual({ scopes: [{ department: 'VOO' }], posts: [] });
    const disowned = { ...manager, disowned: ['manager.VOO'] };
    expect(scopesOf(scene.deps, disowned)).toEqual({ scopes: [], posts: [] });
  });

  it('names a whole department once for somebody who also manages a unit in it', () => {
    const emails = ['chef.vard@soderhamra.example', 'chef.hemtjanst.norr@soderhamra.example'];
    const { scopes, posts } = scopesOf(scene.deps, { ...employee, emails });
    expect(scopes).toEqual([{ department: 'VOO' }]);
    expect(posts).toHaveLength(2);
  });
});

describe('an opened idea', () => {
  it('comes with its history and the names that the reader may see', async () => {
    const scene = await openScene();
    const [employee, leader, colleague] = [
      await scene.arrives('employee'),
      await scene.arrives('leader'),
      await scene.arrives('colleague'),
    ];
    const idea = await scene.submits(employee, { confidential: true });
    await scene.acts(leader, idea, explore);
    const page = await openIdea(scene.deps, colleague, idea.id);
    expect(page?.history.map(({ type }) => type)).toEqual(['submitted', 'explored']);
    expect([...(page?.names.values() ?? [])]).toEqual([leader.name]);
    expect([...((await openIdea(scene.deps, leader, idea.id))?.names.values() ?? [])]).toContain(employee.name);
    expect(await openIdea(scene.deps, leader, 'K7M4QX')).toBeUndefined();
  });
});
