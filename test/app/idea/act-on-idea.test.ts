import { actOnIdea } from '../../../src/app/idea/act-on-idea';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { refuse } from '../../../src/domain/result';
import { ask, close, explore, openScene, type Scene } from '../../../testing/scenes/use-cases';

describe('acting on an idea', () => {
  let scene: Scene;
  let leader: Person;
  let other: Person;
  let employee: Person;
  beforeAll(async () => {
    scene = await openScene();
    leader = await scene.arrives('leader');
    other = await scene.arrives('otherLeader');
    employee = await scene.arrives('employee');
  });

  const types = async (id: string) => (await scene.deps.ideas.history(id)).map(({ type }) => type);

  it('gives the event, the idea as it then stands and how many others wait', async () => {
    const { deps } = scene;
    const waiting = (await deps.ideas.waiting('leader.VOO')).length;
    const idea = await scene.submits(employee);
    const outcome = await scene.acts(leader, idea, explore);
    expect(outcome).toMatchObject({ ok: true, event: { type: 'explored', by: leader.ref }, others: waiting });
    expect(outcome.ok && outcome.view.names.get(employee.ref)).toBe(employee.name);
  });

  it('does one operation once, however often and at whatever moment it comes', async () => {
    const idea = await scene.submits(employee);
    const idempotencyKey = newIdempotencyKey(scene.deps.random);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => scene.acts(leader, idea, explore, idempotencyKey)),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, event: { type: 'explored', seq: 2 } });
    expect(await types(idea.id)).toEqual(['submitted', 'explored']);
  });

  it('takes the first of two decisions on one turn; the second sees what was decided and by whom', async () => {
    for (let round = 0; round < 5; round++) {
      const idea = await scene.submits(employee);
      const [one, two] = await Promise.all([scene.acts(leader, idea, explore), scene.acts(other, idea, close)]);
      const [won, lost] = one?.ok ? [one, two] : [two, one];
      expect([won.ok, lost.ok]).toEqual([true, false]);
      if (lost.ok || !won.ok) continue;
      expect(lost.refusal).toEqual({ code: 'stale' });
      expect(lost.seen?.event).toEqual(won.event);
      expect(lost.seen?.view.idea.stage).toBe(won.view.idea.stage);
      expect(await types(idea.id)).toHaveLength(2);
    }
  });

  it('loses none of many changes at once that do not stand in each other’s way', async () => {
    const idea = await scene.submits(employee);
    const titles = Array.from({ length: 8 }, (_, n) => `Namn ${n}`);
    const edits = titles.map((title) =>
      scene.acts(employee, idea, {
        type: 'edit',
        data: { confidential: false },
        words: { title, problem: 'Bilarna räcker inte.' },
      }),
    );
    for (const outcome of await Promise.all(edits)) expect(outcome.ok).toBe(true);
    const history = await scene.deps.ideas.history(idea.id);
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(history.slice(1).map(({ words }) => words.title)).toEqual(expect.arrayContaining(titles));
    expect(history.every(({ at }, n) => n === 0 || at > (history[n - 1]?.at ?? ''))).toBe(true);
  });

  it('says nothing of an effect that somebody else’s operation had', async () => {
    const [one, two] = [await scene.submits(employee), await scene.submits(employee)];
    const idempotencyKey = newIdempotencyKey(scene.deps.random);
    await scene.acts(leader, one, explore, idempotencyKey);
    const outcome = await scene.acts(other, two, explore, idempotencyKey);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'stale' }, seen: { view: { idea: { id: two.id } } } });
    expect(await types(two.id)).toEqual(['submitted']);
  });

  it('looks nothing up and writes nothing for somebody who may not', async () => {
    const idea = await scene.submits(employee);
    const command = jest.fn(() => refuse({ code: 'unknownColleague' as const }));
    const request = {
      id: idea.id,
      decisionVersion: idea.decisionVersion,
      idempotencyKey: newIdempotencyKey(scene.deps.random),
      type: 'doNow' as const,
      command,
    };
    expect(await actOnIdea(scene.deps, employee, request)).toMatchObject({ refusal: { code: 'ownIdea' } });
    expect(command).not.toHaveBeenCalled();
    expect(await actOnIdea(scene.deps, leader, request)).toMatchObject({ refusal: { code: 'unknownColleague' } });
  });

  it('says that there is no such idea', async () => {
    const outcome = await scene.acts(leader, { id: 'K7M4QX', decisionVersion: 1 }, explore);
    expect(outcome).toEqual({ ok: false, refusal: { code: 'notFound' } });
  });

  it('keeps a confidential submitter’s name from whoever may not decide', async () => {
    const idea = await scene.submits(employee, { confidential: true });
    const asked = await scene.acts(leader, idea, ask);
    expect(asked.ok && asked.view.names.get(employee.ref)).toBe(employee.name);
    const stranger = await scene.arrives('environmentLeader');
    const refused = await scene.acts(stranger, idea, explore);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    expect(!refused.ok && [...(refused.seen?.view.names.values() ?? [])]).not.toContain(employee.name);
  });
});
