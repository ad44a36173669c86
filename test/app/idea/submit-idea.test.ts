import { submitIdea } from '../../../src/app/idea/submit-idea';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

describe('submitting an idea', () => {
  let scene: Scene;
  let employee: Person;
  beforeAll(async () => {
    scene = await openScene();
    await scene.arrives('leader');
    employee = await scene.arrives('employee', { department: 'VOO', unit: 'HTN' });
  });

  const words = { title: ' Cykelpool ', problem: 'Bilarna räcker inte.' };
  const form = (more = {}) => ({
    idempotencyKey: newIdempotencyKey(scene.deps.random),
    words,
    confidential: false,
    department: undefined,
    ...more,
  });

  it('goes to the person’s own department and unit, and is tidied', async () => {
    const submitted = await submitIdea(scene.deps, employee, form());
    expect(submitted).toMatchObject({
      ok: true,
      value: { department: 'VOO', unit: 'HTN', tier: 'leader', words: { title: 'Cykelpool' }, decisionVersion: 1 },
    });
  });

  it('carries no unit to another department', async () => {
    const submitted = await submitIdea(scene.deps, employee, form({ department: 'MIL' }));
    expect(submitted.ok && submitted.value.unit).toBeUndefined();
  });

  it('is one idea for one form, also when it arrives many times at once', async () => {
    const same = form();
    const all = await Promise.all(Array.from({ length: 6 }, () => submitIdea(scene.deps, employee, same)));
    expect(new Set(all.map((one) => one.ok && one.value.id)).size).toBe(1);
    const mine = await scene.deps.ideas.mine(employee.ref, 100);
    expect(mine.filter(({ id }) => all.some((one) => one.ok && one.value.id === id))).toHaveLength(1);
  });

  it('draws a new id when another idea has the first one', async () => {
    const taken = await scene.submits(employee);
    const bytes = [...taken.id].map((sign) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(sign));
    const draws = [Uint8Array.from(bytes)];
    const random = (size: number) => draws.shift() ?? scene.deps.random(size);
    const submitted = await submitIdea({ ...scene.deps, random }, employee, form());
    expect(draws).toEqual([]);
    expect(submitted.ok && submitted.value.id).not.toBe(taken.id);
    expect(submitted.ok && (await scene.deps.ideas.load(submitted.value.id))?.idea.words.title).toBe('Cykelpool');
  });

  it.each([
    ['words that are missing', { words: { title: 'Bara namn' } }, { code: 'wordsMissing', field: 'problem' }],
    ['white space for words', { words: { title: ' \n', problem: 'x' } }, { code: 'wordsMissing', field: 'title' }],
    ['too long a name', { words: { title: 'x'.repeat(121), problem: 'x' } }, { code: 'wordsTooLong', field: 'title' }],
    ['a department that is none', { department: 'NOWHERE' }, { code: 'unknownDepartment' }],
  ])('refuses %s', async (_what, more, refusal) => {
    expect(await submitIdea(scene.deps, employee, form(more))).toEqual({ ok: false, refusal });
  });

  it('refuses somebody’s first idea when nobody knows their department', async () => {
    const colleague = await scene.arrives('colleague');
    const refused = await submitIdea(scene.deps, colleague, form());
    expect(refused).toEqual({ ok: false, refusal: { code: 'unknownDepartment' } });
  });

  it('gives nobody the idea of another person’s form', async () => {
    const mine = form();
    await submitIdea(scene.deps, employee, mine);
    const colleague = await scene.arrives('colleague', { department: 'VOO' });
    expect(await submitIdea(scene.deps, colleague, mine)).toEqual({ ok: false, refusal: { code: 'stale' } });
  });
});
