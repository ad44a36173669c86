import { openDeps } from '../../src/app/deps';
import { settleAdoptions } from '../../src/app/idea/use/settle-adoptions';
import { finishSteps } from '../../src/app/steps';
import type { Command } from '../../src/domain/idea/commands';
import { decide } from '../../src/domain/idea/decide';
import type { Person } from '../../src/domain/person/person';
import { mortal } from '../../testing/processes/mortal';
import * as story from '../../testing/samples/idea/story';
import { Town } from '../../testing/scenes/town';

const failed = (_step: unknown, error: unknown) => {
  throw error;
};

/** More calls than a step makes; one that never comes to an end is told of instead of waited for. */
const MOST_CALLS = 60;
/** Three commits of a step. */
const COUNT = 73;
const codes = Array.from({ length: COUNT }, (_, n) => `D${String(n).padStart(3, '0')}`);

// Asking and ending go on after the press, in commits of their own: whoever dies between them leaves a row that says so.
describe('a bot that dies while many departments are asked, or the idea is closed', () => {
  let town: Town;
  let leader: Person;
  beforeAll(async () => {
    town = await Town.open();
    leader = await town.arrives('leader');
  });
  afterAll(() => town.close());

  const keys = async (prefix: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { rowKey = '' } of town.storage.ideas.listEntities())
      if (rowKey.startsWith(prefix)) found.push(rowKey);
    return found;
  };
  const askedOf = async (id: string) => (await keys('list|waits|invited.')).filter((key) => key.endsWith(`|${id}`));
  const open = () => {
    const { organisation } = town;
    const { now, random } = town.app;
    return { organisation, now, random };
  };

  /** In use, and with the press done but nothing that follows from it: as a bot leaves it that dies at once. */
  async function pressed(what: 'asking' | 'closing'): Promise<string> {
    const { id } = await town.submits(await town.arrives('planner'));
    await town.acts(leader, id, story.doNow(leader.ref));
    await town.acts(leader, id, story.reportDone());
    const { ideas, commits } = town.app;
    const press = async (command: Command) => {
      const before = await ideas.load(id);
      const actor = { ...story.leader, ref: leader.ref };
      const decided = decide(command, before?.idea, actor, { ...story.setting, now: town.now });
      if (!decided.ok) throw new Error(decided.refusal.code);
      const written = ideas.write({ before, id, events: [decided.value] });
      await commits.commit(written, { idempotencyKey: `${command.type}.${id}` });
    };
    await press(story.invite(...codes));
    if (what === 'asking') return id;
    await finishSteps(town.app, { failed });
    await press(story.close());
    return id;
  }

  it.each(['asking', 'closing'] as const)('loses and doubles nothing, whenever it dies: %s', async (what) => {
    const between = new Set<number>();
    for (let call = 0; call < MOST_CALLS; call++) {
      const id = await pressed(what);
      const { source, death } = mortal(town.source(), call);
      const dying = openDeps({ ...town.storage, ...source.storage }, open());
      const work = finishSteps(dying, { failed });
      const lived = await Promise.race([work.then(() => true), death.died.then(() => false)]);
      between.add((await askedOf(id)).length);
      // Everybody reads the same, however far it had come.
      expect(Object.keys((await town.app.ideas.load(id))?.idea.adoptions ?? {})).toHaveLength(COUNT + 1);
      await finishSteps(town.app, { failed });
      expect(await askedOf(id)).toHaveLength(what === 'asking' ? COUNT : 0);
      expect(await keys(`adopt|${id}|`)).toHaveLength(COUNT);
      expect(await keys(`step|${id}`)).toEqual([]);
      if (lived) break;
    }
    expect([...between].sort((one, other) => one - other)).toEqual(
      what === 'asking' ? [0, 30, 60, 73] : [0, 13, 43, 73],
    );
  });

  it('does it once when two instances do it at the same time', async () => {
    const id = await pressed('asking');
    const [step] = await town.app.steps.list(1);
    const instances = [1, 2, 3].map(() => openDeps(town.storage, open()));
    await Promise.all(instances.map((one) => settleAdoptions(one, id, step)));
    expect(await askedOf(id)).toHaveLength(COUNT);
    expect(await keys(`adopt|${id}|`)).toHaveLength(COUNT);
    expect(await keys(`step|${id}`)).toEqual([]);
  });
});

describe('a department that takes an idea in while it is closed', () => {
  it('is accepted, and what the closing ends is ended for it too, as soon as somebody is told of it', async () => {
    const town = await Town.open();
    const [leader, planner] = [await town.arrives('leader'), await town.arrives('planner')];
    const { id } = await town.submits(await town.arrives('other-leader'));
    await town.acts(leader, id, story.doNow(leader.ref));
    await town.acts(leader, id, story.reportDone());
    const { ideas, commits } = town.app;
    const before = await ideas.load(id);
    await town.acts(leader, id, story.close());
    const adopter = { ...story.adopter, ref: planner.ref };
    const adopted = decide(story.adopt('using', '2026-11-24'), before?.idea, adopter, {
      ...story.setting,
      now: town.now,
    });
    if (!adopted.ok) throw new Error(adopted.refusal.code);
    const written = ideas.write({ before, id, events: [adopted.value] });
    expect(await commits.commit(written, { idempotencyKey: 'OPRACE' })).toEqual({ kind: 'saved' });
    const due = async () => (await town.app.due.by('2036-01-01T00:00:00.000Z')).map(({ kind }) => kind);
    expect(await due()).toEqual(['checkAdoption.SBK']);
    await town.deliveries().tick();
    expect(await due()).toEqual([]);
    expect((await ideas.load(id))?.idea).toMatchObject({ stage: 'closed', adoptions: { SBK: { status: 'using' } } });
    await town.close();
  });
});
