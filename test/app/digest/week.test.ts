import { fillWeek, fillWeeks } from '../../../src/app/digest/fill-weeks';
import { oldestWeek, openWeek } from '../../../src/app/digest/open-week';
import { digestFor, lastWeek, scopesOf, thisWeek, weekFor } from '../../../src/app/digest/week';
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

  const weekOf = async (person: Person, week = thisWeek(scene.deps)): Promise<Digest> =>
    (await weekFor(scene.deps, person, week, { most: 6 })).digest;

  it('is named by ISO 8601, in the municipality’s time zone', () => {
    expect([thisWeek(scene.deps), lastWeek(scene.deps)]).toEqual(['2026-W48', '2026-W47']);
    scene.pass(3 * 24 * 3600_000 + 14 * 3600_000 + 60_000);
    expect(thisWeek(scene.deps)).toBe('2026-W49');
  });

  it('that does not exist cannot be read', async () => {
    for (const named of [{ year: '2026', number: 54 }, { year: '2025', number: 53 }, { number: 0 }]) {
      const opened = await openWeek(scene.deps, employee, { most: 6 }, named);
      expect(opened).toEqual({ ok: false, refusal: { code: 'unknownWeek', example: '2026-W47' } });
    }
  });

  it('tells a manager of the department, with what was decided', async () => {
    const [manager, leader] = [await scene.arrives('manager'), await scene.arrives('leader')];
    const [one, two] = [await scene.submits(employee), await scene.submits(employee)];
    await scene.submits(employee, { department: 'MIL' });
    await scene.acts(leader, one, explore);
    await scene.acts(leader, two, close);
    const digest = await weekOf(manager);
    expect(digest.newIdeas.toSorted()).toEqual([one.id, two.id].toSorted());
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
    expect(digest.newIdeas).toEqual([id]);
  });

  it('begins with what waits for the reader, from any department', async () => {
    const leader = await scene.arrives('leader');
    const { id } = await scene.submits(employee);
    expect((await weekOf(leader)).mine).toEqual([id]);
    expect((await weekOf(employee)).mine).toEqual([]);
  });

  it('tells what waits for the reader by the oldest promise, and nothing that is not theirs to go on with', async () => {
    const [leader, other] = [await scene.arrives('leader'), await scene.arrives('environmentLeader')];
    const older = await scene.submits(employee);
    scene.pass(24 * 3600_000);
    const newer = await scene.submits(employee);
    await scene.submits(employee, { department: 'MIL' });
    expect((await weekOf(leader)).mine).toEqual([older.id, newer.id]);
    await scene.acts(leader, newer, {
      type: 'passOn',
      data: { department: 'MIL', tier: 'leader' },
      words: { reason: 'Er fråga.' },
    });
    expect((await weekOf(leader)).mine).toEqual([older.id]);
    expect((await weekOf(other)).mine).toContain(newer.id);
  });

  it('holds the Sunday and the Monday that the municipality has', async () => {
    // A quarter to midnight on Sunday, and half an hour later, in Sweden.
    scene.pass(3 * 24 * 3600_000 + 13 * 3600_000 + 45 * 60_000);
    const before = await scene.submits(employee);
    scene.pass(30 * 60_000);
    const after = await scene.submits(employee);
    expect((await weekOf(employee, '2026-W48')).newIdeas).toEqual([before.id]);
    expect((await weekOf(employee, '2026-W49')).newIdeas).toEqual([after.id]);
  });

  it('follows an idea that is passed on and one that is withdrawn', async () => {
    const [leader, other] = [await scene.arrives('leader'), await scene.arrives('environmentLeader')];
    const [moved, gone] = [await scene.submits(employee), await scene.submits(employee)];
    await scene.acts(leader, moved, {
      type: 'passOn',
      data: { department: 'MIL', tier: 'leader' },
      words: { reason: 'Er fråga.' },
    });
    await scene.acts(employee, gone, { type: 'withdraw', data: {}, words: {} });
    const [here, there] = [await weekOf(leader), await weekOf(other)];
    expect([here.newIdeas, here.decisions.map(({ event }) => event.type)]).toEqual([[], ['passedOn']]);
    expect([there.newIdeas, there.decisions]).toEqual([[moved.id], []]);
    expect(here.counts).toEqual([]);
    expect(there.counts).toEqual([{ stage: 'submitted', count: 1 }]);
  });

  it('tells the innovation office of the whole municipality, with what is late', async () => {
    for (const role of ['leader', 'environmentLeader'] as const) await scene.arrives(role);
    const office = await scene.arrives('office');
    const ideas = [await scene.submits(employee), await scene.submits(employee, { department: 'MIL' })];
    expect(scopesOf(scene.deps, office).scopes).toBe('everywhere');
    scene.pass(20 * 24 * 3600_000);
    const digest = await digestFor(scene.deps, office, '2026-W48');
    expect(digest.newIdeas.toSorted()).toEqual(ideas.map(({ id }) => id).toSorted());
    expect(digest.late.map(({ role }) => role)).toEqual(['leader', 'leader']);
  });

  describe('of an earlier version', () => {
    const rowsUnder = async (prefix: string) => {
      const rows = [];
      for await (const row of scene.storage.ideas.listEntities()) if (row.rowKey?.startsWith(prefix)) rows.push(row);
      return rows;
    };
    const forget = async (prefix: string) => {
      for (const { partitionKey = '', rowKey = '' } of await rowsUnder(prefix)) {
        await scene.storage.ideas.deleteEntity(partitionKey, rowKey);
      }
    };

    it('tells what happened in it once its rows are filled in, of ideas where they are now, and twice is once', async () => {
      const [leader, other] = [await scene.arrives('leader'), await scene.arrives('environmentLeader')];
      const [stays, moved] = [await scene.submits(employee), await scene.submits(employee)];
      await scene.acts(leader, stays, close);
      await scene.acts(leader, moved, {
        type: 'passOn',
        data: { department: 'MIL', tier: 'leader' },
        words: { reason: 'Er fråga.' },
      });
      const [here, there] = [await weekOf(leader), await weekOf(other)];
      await forget('week|');
      expect((await weekOf(leader)).decisions).toEqual([]);
      scene.pass(15 * 24 * 3600_000);
      expect(await fillWeeks(scene.deps)).toBe(4);
      expect(await fillWeeks(scene.deps)).toBe(0);
      expect(await fillWeek(scene.deps, '2026-W48')).toBe(0);
      const parts = ({ newIdeas, decisions }: Digest) => [newIdeas, decisions.map(({ event }) => event.type)];
      expect(parts(await weekOf(leader, '2026-W48'))).toEqual(parts(here));
      expect(parts(await weekOf(other, '2026-W48'))).toEqual(parts(there));
    });

    it('has open lists that say no more than that something waits there: nothing is late before they are written anew', async () => {
      const { id } = await scene.submits(employee);
      scene.pass(20 * 24 * 3600_000);
      const manager = await scene.arrives('manager');
      expect((await weekOf(manager)).late).toMatchObject([{ id, role: 'leader' }]);
      const [row] = await rowsUnder('list|open|');
      const { partitionKey = '', rowKey = '' } = row ?? {};
      await scene.storage.ideas.updateEntity({ partitionKey, rowKey, id }, 'Replace');
      const digest = await weekOf(manager, '2026-W48');
      expect([digest.late, digest.counts, digest.newIdeas]).toEqual([[], [], [id]]);
    });

    it('is kept for two years, and then its rows go', async () => {
      const { id } = await scene.submits(employee);
      scene.pass(105 * 7 * 24 * 3600_000);
      expect(oldestWeek(scene.deps)).toBe('2026-W48');
      await scene.deps.ideas.forgetWeeks(oldestWeek(scene.deps));
      expect((await weekOf(employee, '2026-W48')).newIdeas).toEqual([id]);
      scene.pass(7 * 24 * 3600_000);
      await scene.deps.ideas.forgetWeeks(oldestWeek(scene.deps));
      expect(await rowsUnder('week|')).toEqual([]);
      const opened = await openWeek(scene.deps, employee, { most: 6 }, { year: '2026', number: 48 });
      expect(opened).toMatchObject({ ok: false, refusal: { code: 'weekGone' } });
    });
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
