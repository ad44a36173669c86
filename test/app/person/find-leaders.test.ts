import { findLeaders } from '../../../src/app/person/find-leaders';
import type { Person } from '../../../src/domain/person/person';
import { addressOf } from '../../../testing/scenes/city-people';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

describe('finding innovation leaders', () => {
  let scene: Scene;
  let employee: Person;
  beforeAll(async () => {
    scene = await openScene();
    employee = await scene.arrives('employee', { department: 'VOO' });
  });

  const found = (query: string, person = employee) => findLeaders(scene.deps, person, query);

  it('gives one’s own department’s when nothing is asked for', async () => {
    expect(await found('  ')).toMatchObject({
      kind: 'one',
      department: { code: 'VOO' },
      leaders: [{ contact: { email: addressOf('leader') } }, { contact: { email: addressOf('otherLeader') } }],
      deputies: [{ email: addressOf('deputy') }],
    });
  });

  it('does not know whose to give when the department is not known, or is gone', async () => {
    const colleague = await scene.arrives('colleague');
    expect(await found('', colleague)).toEqual({ kind: 'unknownDepartment' });
    expect(await found('', { ...colleague, department: 'GONE' })).toEqual({ kind: 'unknownDepartment' });
  });

  it('says until when somebody is away, that day included', async () => {
    await scene.arrives('environmentLeader', { awayUntil: '2026-11-26' });
    expect(await found('miljö')).toMatchObject({ leaders: [{ awayUntil: '2026-11-26' }] });
    await scene.arrives('environmentLeader', { awayUntil: '2026-11-25' });
    const result = await found('miljö');
    expect(result.kind === 'one' && result.leaders[0]).not.toHaveProperty('awayUntil');
  });

  it('names no deputy who is away as well, by their own word or as a source says: the next one answers', async () => {
    await scene.arrives('leader', { awayUntil: '2026-12-01' });
    for (const away of [{ absent: true }, { awayUntil: '2026-11-26' }] as const) {
      await scene.arrives('deputy', away);
      const alone = await found('');
      expect(alone).toMatchObject({ leaders: [{ awayUntil: '2026-12-01' }, {}], deputies: [] });
    }
    await scene.arrives('deputy');
    expect(await found('')).toMatchObject({ deputies: [{ email: addressOf('deputy') }] });
  });

  it('says of deputies whether any of them can be reached: ideas wait for the leaders where none can, as promises do', async () => {
    expect(await found('miljö')).toMatchObject({ deputies: [{}], unreached: true });
    await scene.arrives('deputy');
    expect(await found('')).not.toHaveProperty('unreached');
  });

  it('leaves out somebody who has said that the post is not theirs', async () => {
    await scene.arrives('rescueLeader', { disowned: ['leader.RTJ'] });
    expect(await found('räddningstjänst')).toMatchObject({ kind: 'one', leaders: [] });
  });

  it('gives a choice, or what comes closest', async () => {
    expect(await found('söderhamra')).toMatchObject({ kind: 'several' });
    expect(await found('kylskåp')).toMatchObject({ kind: 'none', query: 'kylskåp' });
  });
});
