import { recordOf } from '../../../src/app/archive/record-of-idea.js';
import { erasePerson } from '../../../src/app/privacy/erase-person.js';
import { askOpinion, giveOpinion } from '../../../testing/samples/idea/opinions.js';
import { ask, explore, openScene } from '../../../testing/scenes/use-cases.js';

describe('the record of an idea, as it is read', () => {
  it('has all that happened with its words, and the names of everybody in it', async () => {
    const scene = await openScene();
    const [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
    const idea = await scene.submits(employee);
    await scene.acts(leader, idea, ask);
    const record = await recordOf(scene.deps, idea.id, 'whole');
    expect(record?.view.history.map(({ type, words }) => [type, Object.keys(words)])).toEqual([
      ['submitted', ['title', 'problem']],
      ['asked', ['question']],
    ]);
    expect([...(record?.view.names.values() ?? [])].sort()).toEqual([employee.name, leader.name].sort());
  });

  it('is none of what is no idea', async () => {
    const { deps } = await openScene();
    expect(await recordOf(deps, 'K7M4QX', 'whole')).toBeUndefined();
  });

  it('has what others think of it, but for whoever is asked that just then', async () => {
    const scene = await openScene();
    const [employee, leader, office] = [
      await scene.arrives('employee'),
      await scene.arrives('leader'),
      await scene.arrives('office'),
    ];
    const idea = await scene.submits(employee);
    await scene.acts(leader, idea, askOpinion(office.ref));
    await scene.acts(office, idea, giveOpinion('otherwise', 'Börja med en grupp.'));
    const said = async (asked: boolean) =>
      JSON.stringify((await recordOf(scene.deps, idea.id, 'whole', { asked }))?.view.history);
    expect(await said(false)).toContain('Börja med en grupp.');
    expect(await said(true)).not.toContain('Börja med en grupp.');
  });

  it('keeps of whoever has left their name at decisions alone', async () => {
    const scene = await openScene();
    const [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
    const idea = await scene.submits(employee);
    await scene.acts(leader, idea, explore(leader.ref));
    for (const person of [employee, leader]) await erasePerson(scene.deps, person);
    const record = await recordOf(scene.deps, idea.id, 'whole');
    expect([...(record?.view.names ?? [])]).toEqual([[`decider:${leader.ref}`, leader.name]]);
  });
});
