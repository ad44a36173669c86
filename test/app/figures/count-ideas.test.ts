import { RestError } from '@azure/data-tables';
import { openDeps } from '../../../src/app/deps';
import { countAnew, countWhatHappened, nameInFigures } from '../../../src/app/figures/count-ideas';
import { openOverview } from '../../../src/app/figures/overview';
import { followFigures } from '../../../src/delivery/following/follow-figures';
import type { Person } from '../../../src/domain/person/person';
import { figuresPartition } from '../../../src/store/figures/figure-keys';
import { openFigures } from '../../../src/store/figures/figures';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { ask, close, explore, openScene, type Scene } from '../../../testing/scenes/use-cases';

// What ideas come to is counted as it happens, and from the beginning: both come to the same.

const me = 'counter';
/** Counts all from the beginning, as from the command line. */
async function counts(deps: Scene['deps']): Promise<void> {
  await deps.figureState.claim(me, deps.now(), true);
  await countAnew(deps, { me });
  await deps.figureState.release(me);
}

const DAY = 24 * 60 * 60_000;

let scene: Scene;
let leader: Person;
let employee: Person;

beforeEach(async () => {
  scene = await openScene();
  leader = await scene.arrives('leader');
  employee = await scene.arrives('employee', { department: 'VOO' });
});

/** All rows of what is counted, by their keys without the counting's name. */
async function countedRows(counting: string): Promise<Map<string, unknown>> {
  const rows = new Map<string, unknown>();
  // People have another name in each counting.
  const named = (text: string) =>
    [leader, employee].reduce((all, { ref }, at) => all.replaceAll(nameInFigures(counting, ref), `person ${at}`), text);
  const partition = figuresPartition(scene.deps.settings().municipality.code);
  const filter = `PartitionKey eq '${partition}'`;
  for await (const { rowKey = '', sums, marks, id, hit } of scene.storage.ideas.listEntities({
    queryOptions: { filter },
  })) {
    const [name, ...rest] = rowKey.split('|');
    // The order in which marks came says nothing.
    const inOrder =
      typeof marks === 'string'
        ? JSON.stringify(
            JSON.parse(named(marks))
              .map((one: object) => JSON.stringify(one))
              .sort(),
          )
        : undefined;
    const parsed = typeof sums === 'string' ? JSON.parse(named(sums)) : undefined;
    const isNothing = parsed && Object.keys(parsed).length === 0;
    if (name === counting && !isNothing) rows.set(rest.join('|'), { sums: parsed, marks: inOrder, id, hit });
  }
  return new Map([...rows].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const reading = async () => {
  const found = await scene.deps.figureState.read();
  if (!found) throw new Error('Nothing is counted');
  return found;
};

/** A few ideas, each some of the way. */
async function live(): Promise<void> {
  const [one, two, three] = [
    await scene.submits(employee),
    await scene.submits(employee, { department: 'MIL' }),
    await scene.submits(employee),
  ];
  scene.pass(3 * DAY);
  await scene.acts(leader, one, explore);
  await scene.acts(leader, three, ask);
  scene.pass(20 * DAY);
  const now = await scene.deps.ideas.load(one.id);
  if (now) await scene.acts(leader, now.idea, close);
  expect(two.department).toBe('MIL');
}

it('knows from the log in which unit somebody has said that they have the same problem', async () => {
  const { deps } = scene;
  const organisation = exampleOrganisation();
  const colleague = await scene.arrives('colleague', { department: 'VOO', unit: 'HTN' });
  const kept = await scene.arrives('otherLeader', { department: 'VOO', unit: 'HTS', protected: true });
  await counts(deps);
  const idea = await scene.submits(employee);
  for (const person of [colleague, kept]) {
    expect(await scene.acts(person, idea, { type: 'need', data: {}, words: {} })).toMatchObject({ ok: true });
  }
  // Whoever took the press has died since: another instance counts.
  const other = openDeps(scene.storage, { organisation: () => organisation, now: deps.now, random: deps.random });
  await countWhatHappened(other, await reading(), { me });
  const read = await deps.besideLog.read([deps.now().slice(0, 7)]);
  expect(['HTN', 'HTS'].map((unit) => read.hasSaid(unit, [deps.now().slice(0, 7)]))).toEqual([true, false]);
});

it('comes to the same as it happens and from the beginning', async () => {
  const { deps } = scene;
  await counts(deps);
  await live();
  await countWhatHappened(deps, await reading(), { me });
  const followed = await reading();
  const asItHappened = await countedRows(followed.counting);
  await counts(deps);
  const anew = await reading();
  expect(anew.counting).not.toBe(followed.counting);
  expect(await countedRows(anew.counting)).toEqual(asItHappened);
  expect(asItHappened.size).toBeGreaterThan(20);
});

it('counts nothing twice where it is broken off between two transactions, or done by two', async () => {
  const { deps } = scene;
  await counts(deps);
  await live();
  const { counting, followedTo } = await reading();
  const figures = openFigures(scene.storage, deps.settings().municipality.code);
  let left = 2;
  const breaking = {
    ...deps,
    figures: {
      ...figures,
      count: (...asked: Parameters<typeof figures.count>) => {
        if (left-- === 0) throw new RestError('Killed', { statusCode: 503 });
        return figures.count(...asked);
      },
    },
  };
  await expect(countWhatHappened(breaking, { counting, followedTo }, { me })).rejects.toThrow('Killed');
  await Promise.allSettled([1, 2].map(() => countWhatHappened(deps, { counting, followedTo }, { me })));
  await countWhatHappened(deps, { counting, followedTo }, { me });
  const followed = await countedRows(counting);
  await counts(deps);
  expect(await countedRows((await reading()).counting)).toEqual(followed);
});

it('counts nothing before measuring has been negotiated and decided', async () => {
  const lines: string[] = [];
  const note = (_: object, message: string) => void lines.push(message);
  const log = { info: note, warn: note, error: note };
  const { measuring: _, ...unmeasured } = scene.deps.settings();
  const figures = followFigures({ app: { ...scene.deps, settings: () => unmeasured }, me: 'one', log });
  await figures.look();
  expect(await scene.deps.figureState.read()).toBeUndefined();
  const measured = followFigures({ app: scene.deps, me: 'one', log });
  await measured.look();
  expect(await scene.deps.figureState.read()).toBeDefined();
  const { counting } = await reading();
  await measured.look();
  expect((await reading()).counting).toBe(counting);
  expect(lines).toEqual(['All ideas are counted in figures']);
});

it('leaves counting to the one who does it, and takes away what nobody reads any more', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const [one, other] = ['one', 'other'].map((me) => followFigures({ app: scene.deps, me, log }));
  await one?.look();
  const first = await reading();
  await scene.submits(employee);
  await other?.look();
  expect(await countedRows(first.counting)).toEqual(new Map());
  await one?.look();
  expect((await countedRows(first.counting)).size).toBeGreaterThan(0);
  await counts(scene.deps);
  await one?.look();
  expect(await countedRows(first.counting)).toEqual(new Map());
});

it('shows a leader their own figures, and others nothing of what one leader does', async () => {
  await live();
  scene.pass(40 * DAY);
  await counts(scene.deps);
  const own = await openOverview(scene.deps, leader);
  if (!own.ok) throw new Error(own.refusal.code);
  const { figures = [], department } = own.value;
  expect(department?.code).toBe('VOO');
  expect(figures.find(({ name }) => name === 'answersInTime')?.current).toEqual({ few: false, cases: 2, hits: 2 });
  const manager = await scene.arrives('manager');
  const seen = await openOverview(scene.deps, manager);
  if (!seen.ok) throw new Error(seen.refusal.code);
  expect(seen.value.figures?.find(({ name }) => name === 'answersInTime')?.current).toEqual({ few: true });
});
