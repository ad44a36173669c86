import { openDeps } from '../../src/app/deps';
import { mergeIdea } from '../../src/app/idea/merge-idea';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person/person';
import { Town } from '../../testing/scenes/town';
import { mortal } from './mortal';

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
});
