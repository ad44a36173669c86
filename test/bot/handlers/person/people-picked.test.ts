import { inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { gives } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

describe('somebody who is picked in Teams by their object id', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  const idea = async (of = id) => (await city.app.ideas.load(of))?.idea;

  it('can be named from the first card on, in a field that a client without a picker shows as a list', () => {
    const field = inputsOf(cardAbout(leader, id).card).find((input) => input.id === 'person');
    expect(field).toMatchObject({
      type: 'Input.ChoiceSet',
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    });
    expect(field?.choices).not.toHaveLength(0);
  });

  it('is found where they have met the bot', async () => {
    await pressesOn(leader, id, 'Utforska idén', { person: employee.aadObjectId });
    expect((await idea())?.driver?.person).toBe((await idea())?.submitter);
  });

  it('is the one who picks, where it is their own', async () => {
    await pressesOn(leader, id, 'Utforska idén', { person: leader.aadObjectId.toUpperCase() });
    expect((await idea())?.driver).toEqual({ person: (await idea())?.leader, accepted: true });
  });

  it('who has not met the bot has the task when they come, and is called by no id before', async () => {
    const colleague = city.person('colleague');
    const asked = await pressesOn(leader, id, 'Utforska idén', { person: colleague.aadObjectId });
    expect(seenOn(asked)).not.toContain(colleague.aadObjectId);
    const other = await sendsIdea(employee);
    await city.delivers();
    await pressesOn(leader, other, 'Utforska idén', { person: colleague.aadObjectId });
    const [first, second] = [await idea(), await idea(other)];
    expect(first?.driver).toEqual({ person: second?.driver?.person, accepted: false });

    await colleague.installs();
    await city.delivers();
    expect(titlesOn(cardAbout(colleague, id))).toContain(sv('button.acceptDriving', { into: '', stage: 'exploring' }));
    await pressesOn(colleague, id, sv('button.acceptDriving', { into: '', stage: 'exploring' }));
    expect((await idea())?.driver).toEqual({ person: first?.driver?.person, accepted: true });
  });

  it('and who has been named by their address as well, is one person when they come', async () => {
    const manager = city.person('unitManager');
    await pressesOn(leader, id, 'Utforska idén', { person: manager.aadObjectId });
    const other = await sendsIdea(employee);
    await city.delivers();
    await pressesOn(leader, other, 'Utforska idén', { person: 'me' });
    await pressesOn(leader, other, 'Fler val');
    await gives(leader, other, sv('button.nameDriver'), { personEmail: manager.email });
    const [picked, named] = [(await idea())?.driver?.person, (await idea(other))?.driver?.person];
    expect(picked).not.toBe(named);

    await manager.installs();
    await city.delivers();
    for (const one of [id, other]) expect(titlesOn(cardAbout(manager, one))).toContain(sv('button.acceptDriving'));
    const [a, b] = await Promise.all([picked, named].map((ref) => city.app.people.byRef(ref ?? '')));
    expect(a?.person.ref).toBe(b?.person.ref);
    expect(a?.person.name).toBe(manager.name);
  });

  it('is asked whether the idea is theirs too', async () => {
    await employee.says(id);
    const { activityId } = cardAbout(employee, id);
    await employee.presses({ verb: 'panel', data: { idea: id, panel: 'coSubmitter' } }, {}, { on: activityId });
    await pressesOn(employee, id, sv('button.addCoSubmitter'), { person: leader.aadObjectId });
    expect((await idea())?.askedColleagues).toHaveLength(1);
  });
});
