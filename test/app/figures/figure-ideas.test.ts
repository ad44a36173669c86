import { type Behind, ideasBehind } from '../../../src/app/figures/figure-ideas';
import { openOverview } from '../../../src/app/figures/overview';
import type { FigureMark } from '../../../src/domain/figures/mark';
import type { Person } from '../../../src/domain/person/person';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

// The ideas behind the figures of each department, for those who read of the whole municipality.

let scene: Scene;
let office: Person;
let leader: Person;

/** Ideas of two departments, eight of each, that eight people have sent in and three leaders have answered; one leader tests in one of them. */
beforeAll(async () => {
  scene = await openScene();
  [office, leader] = [await scene.arrives('office'), await scene.arrives('leader')];
  const employee = await scene.arrives('employee', { department: 'VOO' });
  const counting = 'v2-counted';
  const { deps } = scene;
  await deps.figureState.claim('me', deps.now());
  await deps.figureState.begin('me', counting);
  const build = deps.figures.build(counting);
  for (let at = 0; at < 16; at++) {
    const department = at < 8 ? 'VOO' : 'MIL';
    const { id } = await scene.submits(employee, { department, words: { title: `Idé ${at}`, problem: 'Köer.' } });
    const common = { department, month: '2026-10' };
    const marks: FigureMark[] = [
      { ...common, measure: 'ideas', by: `submitter ${at}` },
      { ...common, measure: 'promises', of: '1', by: `leader ${at % 3}`, ...(at % 2 === 0 && { hit: true }) },
      ...(at < 8 ? [{ ...common, measure: 'tests', of: '2', by: 'leader 0' } satisfies FigureMark] : []),
    ];
    await build.add(id, marks);
  }
  await build.finish();
  await deps.figureState.put('me', { counting, followedTo: deps.now() });
});

const behind = (person: Person, figure: Extract<Behind, { figure: unknown }>['figure'], department?: string) =>
  ideasBehind(scene.deps, person, { behind: { figure }, department, page: 0 });

it('opens a department among all of them, with what is told of it there', async () => {
  const opened = await openOverview(scene.deps, office, { tab: 'everywhere', department: 'VOO' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { department, figures = [], places } = opened.value;
  expect([department?.code, places]).toEqual(['VOO', undefined]);
  const told = Object.fromEntries(figures.map(({ name, current }) => [name, current]));
  expect(told.newIdeas).toEqual({ few: false, cases: 8, hits: 0 });
  expect(told.tests).toEqual({ few: true });
});

it('opens the ideas behind each of its figures, and says of none whether its answer came in time', async () => {
  const found = await behind(office, 'answersInTime', 'VOO');
  if (!found.ok) throw new Error(found.refusal.code);
  expect(found.value.tab).toBe('everywhere');
  expect(found.value.ideas).toHaveLength(8);
  expect(found.value.ideas.every(({ hit }) => hit === undefined)).toBe(true);
  const own = await behind(leader, 'answersInTime', 'VOO');
  expect(own.ok && [own.value.tab, own.value.ideas.filter(({ hit }) => hit).length]).toEqual(['mine', 4]);
});

it('keeps the ideas behind what rests on few from everybody else', async () => {
  expect(await behind(office, 'tests', 'VOO')).toEqual({ ok: false, refusal: { code: 'few' } });
});

it('opens nothing of a department that is too small to be told alone', async () => {
  const small = scene.deps.directory().departments.find(({ code }) => code !== 'VOO' && code !== 'MIL')?.code ?? '';
  expect(await behind(office, 'newIdeas', small)).toEqual({ ok: false, refusal: { code: 'notForYou' } });
  const opened = await openOverview(scene.deps, office, { tab: 'everywhere', department: small });
  expect(opened.ok && [opened.value.department, opened.value.places?.length]).toEqual([undefined, 2]);
});
