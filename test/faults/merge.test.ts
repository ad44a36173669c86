import { openDeps } from '../../src/app/deps';
import { mergeIdea } from '../../src/app/idea/merge-idea';
import { reactionEvent, takeBackReaction } from '../../src/app/idea/record/reactions';
import { finishSteps } from '../../src/app/steps';
import type { Command } from '../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person/person';
import { mortal } from '../../testing/processes/mortal';
import { Town } from '../../testing/scenes/town';

/** More calls than a merge makes; one that never comes to an end is told of instead of waited for. */
const MOST_CALLS = 60;

// A merge is two commits: whoever dies between them leaves a row that says what is left to do.
describe('a bot that dies while somebody puts two ideas together', () => {
  let town: Town;
  let leader: Person;
  let friend: Person;
  beforeAll(async () => {
    town = await Town.open();
    [leader, friend] = [await town.arrives('leader'), await town.arrives('other-leader')];
  });
  afterAll(() => town.close());

  const record = async (id: string) => (await town.app.ideas.history(id)).map(({ type }) => type);

  /** Dies before its n-th call to storage; what holds then, and after another instance has looked. Undefined where it lived. */
  async function dyingAt(call: number) {
    const from = await town.submits(friend);
    const into = await town.submits(await town.arrives('planner'));
    const { source, death } = mortal(town.source(), call);
    const { organisation } = town;
    const { now, random } = town.app;
    const dying = { ...openDeps({ ...town.storage, ...source.storage }, { organisation, now, random }) };
    const merge = {
      id: from.id,
      into: into.id,
      idempotencyKey: newIdempotencyKey(random),
      decisionVersion: from.decisionVersion,
      words: {},
    };
    const merging = mergeIdea(dying, leader, merge);
    const lived = await Promise.race([merging.then(() => true), death.died.then(() => false)]);
    const between = [await record(from.id), await record(into.id)];
    await town.deliveries().tick();
    const mended = [await record(from.id), await record(into.id)];
    expect(await mergeIdea(town.app, leader, merge)).toMatchObject({ ok: true, event: { type: 'merged', seq: 2 } });
    await town.deliveries().tick();
    const { idea } = (await town.app.ideas.load(into.id)) ?? {};
    expect([await record(from.id), await record(into.id), idea?.joined]).toEqual([
      ['submitted', 'merged'],
      ['submitted', 'absorbed'],
      [friend.ref],
    ]);
    expect(await town.app.steps.list(10)).toEqual([]);
    return lived ? undefined : { between, mended };
  }

  it('changes both or neither, whenever it dies', async () => {
    const seen: string[] = [];
    for (let call = 0; call < MOST_CALLS; call++) {
      const died = await dyingAt(call);
      if (!died) break;
      const [from, into] = died.mended.map((types) => types.length > 1);
      expect({ call, from, into }).toEqual({ call, from, into: from });
      seen.push(died.between.map((types) => types.length - 1).join(''));
    }
    // Before the first commit, between the two, and after them.
    expect([...new Set(seen)]).toEqual(['00', '10', '11']);
  });

  it('carries what others have said of it exactly once, whenever it dies, while more is said and taken back', async () => {
    const need: Command = { type: 'need', data: {}, words: {} };
    const [boss, manager, unit] = await Promise.all(
      ['boss', 'manager', 'unit-manager'].map((one) => town.arrives(one)),
    );
    if (!boss || !manager || !unit) throw new Error('Nobody has the problem');
    const counted = async (id: string) => (await town.app.reactions.tally(id, 'need')).count;
    let deaths = 0;
    for (let call = 0; call < MOST_CALLS; call += 2) {
      const from = await town.submits(friend);
      const into = await town.submits(await town.arrives('planner'));
      for (const one of [boss, manager]) await town.acts(one, from.id, need);
      // One of them is counted before, and one has said so of both.
      if (call % 4 === 0) await town.deliveries().tick();
      await town.acts(manager, into.id, need);
      const { organisation } = town;
      const { now, random } = town.app;
      const merge = {
        ...{ id: from.id, into: into.id, idempotencyKey: newIdempotencyKey(random) },
        ...{ decisionVersion: from.decisionVersion, words: {} },
      };
      expect(await mergeIdea(town.app, leader, merge)).toMatchObject({ ok: true });
      const { source, death } = mortal(town.source(), call);
      const dying = openDeps({ ...town.storage, ...source.storage }, { organisation, now, random });
      const failed: unknown[] = [];
      const carrying = finishSteps(dying, { failed: (_, error) => failed.push(error) });
      // Said as if the idea had been open a moment ago, and taken back, while it is carried.
      const before = (await town.app.ideas.load(from.id))?.idea;
      if (!before) throw new Error('No idea');
      const reacted = { person: unit.ref, at: now(), idempotencyKey: `OP.${call}`, words: {} };
      await Promise.all([
        town.app.reactions.add(from.id, 'need', reacted, reactionEvent(town.app, before, 'need', reacted)),
        takeBackReaction(town.app, boss, from.id, 'need'),
      ]);
      const lived = await Promise.race([carrying.then(() => true), death.died.then(() => false)]);
      for (let look = 0; look < 3; look++) await Promise.all([town.deliveries().tick(), town.deliveries().tick()]);
      await town.deliveries().tick();
      const there = (await town.app.reactions.everybody(into.id, 'need')).sort();
      expect({ call, there, counted: [await counted(from.id), await counted(into.id)], failed }).toEqual({
        ...{ call, there: [manager.ref, unit.ref].sort(), counted: [0, 2], failed: [] },
      });
      expect(await town.app.reactions.everybody(from.id, 'need')).toEqual([]);
      expect([await town.app.steps.list(10), await town.app.reactions.owed()]).toEqual([
        [],
        { uncounted: [], untold: [], more: false },
      ]);
      if (lived) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(5);
  });

  it('finds what was said by a press that began before it and ended after all was carried', async () => {
    const boss = await town.arrives('boss');
    const from = await town.submits(friend);
    const into = await town.submits(await town.arrives('planner'));
    const reacted = { person: boss.ref, at: town.app.now(), idempotencyKey: 'OP.LATE', words: { need: 'Varje vecka' } };
    const merge = {
      ...{ id: from.id, into: into.id, idempotencyKey: newIdempotencyKey(town.app.random) },
      ...{ decisionVersion: from.decisionVersion, words: {} },
    };
    expect(await mergeIdea(town.app, leader, merge)).toMatchObject({ ok: true });
    await town.deliveries().tick();
    await town.app.reactions.add(from.id, 'need', reacted, reactionEvent(town.app, from, 'need', reacted));
    await town.deliveries().tick();
    await town.deliveries().tick();
    expect(await town.app.reactions.everybody(from.id, 'need')).toEqual([]);
    expect(await town.app.reactions.of(into.id, 'need', boss.ref)).toMatchObject({ words: reacted.words });
    expect((await town.app.reactions.tally(into.id, 'need')).count).toBe(1);
    expect((await town.app.reactions.tally(from.id, 'need')).count).toBe(0);
  });
});
