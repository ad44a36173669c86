import { noteLessonOpened } from '../../../../src/app/idea/use/lesson-opened';
import type { Person } from '../../../../src/domain/person/person';
import { anIdea } from '../../../../testing/samples/idea/ideas';
import { openScene, type Scene } from '../../../../testing/scenes/use-cases';

let scene: Scene;
let [own, other]: Person[] = [];
beforeAll(async () => {
  scene = await openScene();
  const employee = await scene.arrives('employee', { department: 'VOO' });
  [own, other] = [employee, { ...employee, department: 'MIL' }];
});

const lesson = anIdea({ stage: 'closed', department: 'VOO', ending: { tried: 'Cyklar.', lesson: 'Det är halt.' } });

/** How many openings there are after somebody has opened an idea. */
async function openings(person: Person | undefined, idea = lesson, deps = scene.deps): Promise<number> {
  if (person) noteLessonOpened(deps, person, idea);
  await scene.deps.besideLog.write();
  const read = await scene.deps.besideLog.read(['2026-11']);
  return read.lessonsOpened(['VOO'], ['2026-11']);
}

it('counts an opening by somebody of another department, and no other', async () => {
  expect(await openings(own)).toBe(0);
  expect(await openings(other)).toBe(1);
  expect(await openings(other, { ...lesson, hidden: true })).toBe(1);
  expect(await openings(other, anIdea({ stage: 'submitted', department: 'VOO' }))).toBe(1);
});

it('counts nothing before measuring has been negotiated and decided', async () => {
  const { measuring: _, ...settings } = scene.deps.settings();
  const before = await openings(undefined);
  expect(await openings(other, lesson, { ...scene.deps, settings: () => settings })).toBe(before);
});
