import { inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('editing one’s idea', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
    id = await sendsIdea(employee, { solution: 'Elcyklar' });
    await city.delivers();
  });
  afterAll(() => city.stop());

  const words = async () => (await city.app.ideas.load(id))?.idea.words;

  it('opens the form with what was written, in the same message', async () => {
    const before = employee.chat().length;
    const { card } = await pressesOn(employee, id, 'Ändra idén');
    expect(employee.chat()).toHaveLength(before);
    const values = Object.fromEntries(inputsOf(card).map((input) => [input.id, input.value]));
    expect(values).toMatchObject({ title: 'Cykelpool', solution: 'Elcyklar', confidential: 'false' });
  });

  it('changes the words for everybody, without a message to anybody', async () => {
    await pressesOn(employee, id, 'Ändra idén');
    const before = leader.chat().length;
    const answer = await employee.presses(sv('button.saveIdea'), { title: 'Lådcyklar' });
    expect(seenOn(answer)).toContain(sv('notice.edited.actor'));
    await city.delivers();
    expect(leader.chat()).toHaveLength(before);
    expect(allOn(cardAbout(leader, id))).toContain('Lådcyklar');
    expect(titlesOn(cardAbout(leader, id))).toContain('Utforska idén');
    // Who drives the idea can still be chosen.
    expect(inputsOf(cardAbout(leader, id).card).map((input) => input.label)).toContain(sv('field.driver'));
  });

  it('makes the leader’s card of before stale: they decide on what they see', async () => {
    await pressesOn(employee, id, 'Ändra idén');
    await employee.presses(sv('button.saveIdea'), { title: 'Lådcyklar' });
    const refused = seenOn(await pressesOn(leader, id, 'Utforska idén'));
    expect(refused).toContain(sv('refusal.stale'));
    expect(refused).toContain('Lådcyklar');
    expect(seenOn(await pressesOn(leader, id, 'Utforska idén'))).toContain(
      sv('notice.explored.actor', { self: 'true', whom: '' }),
    );
  });

  it('refuses missing words and keeps what was typed', async () => {
    const form = await pressesOn(employee, id, 'Ändra idén');
    const idempotencyKey = /"idempotencyKey":"(\w+)"/.exec(JSON.stringify(form.card))?.[1];
    const data = { verb: 'edit', idempotencyKey, idea: id, title: '', problem: 'Omskrivet problem' };
    const answer = await employee.presses({ verb: 'edit', data }, {}, { on: employee.chat().at(-1)?.activityId ?? '' });
    expect(seenOn(answer)).toContain(sv('refusal.wordsMissing', { field: sv('field.title') }));
    expect(seenOn(answer)).toContain('Omskrivet problem');
    expect(await words()).toMatchObject({ title: 'Cykelpool' });
  });

  it('is not possible once the idea is explored: the button is gone, and an old one says so', async () => {
    const old = cardAbout(employee, id);
    await pressesOn(leader, id, 'Utforska idén');
    await city.delivers();
    expect(titlesOn(await employee.says(id))).not.toContain('Ändra idén');
    const answer = await employee.presses('Ändra idén', {}, { on: old.activityId });
    expect(inputsOf(answer.card)).toEqual([]);
    expect(seenOn(answer)).toContain(sv('refusal.notNow'));
    expect(seenOn(answer)).toContain(sv('stage.exploring'));
  });

  it('is refused when the idea was explored while the form was open, and shows how it stands', async () => {
    await pressesOn(employee, id, 'Ändra idén');
    await pressesOn(leader, id, 'Utforska idén');
    const answer = await employee.presses(sv('button.saveIdea'), { title: 'Lådcyklar' });
    expect(seenOn(answer)).toContain(sv('refusal.notNow'));
    expect(seenOn(answer)).toContain(sv('stage.exploring'));
    expect(await words()).toMatchObject({ title: 'Cykelpool' });
  });

  it('is for the submitter only', async () => {
    const before = await city.ideaRows();
    expect((await leader.presses({ verb: 'editForm', data: { idea: id } })).message).toBe(sv('refusal.notAllowed'));
    const data = { verb: 'edit', idempotencyKey: '0000000000000001', idea: id, title: 'Kapad', problem: 'Kapad' };
    expect(seenOn(await leader.presses({ verb: 'edit', data }))).toContain(sv('refusal.notAllowed'));
    expect(await city.ideaRows()).toEqual(before);
  });

  it('goes back without saving', async () => {
    await pressesOn(employee, id, 'Ändra idén');
    const answer = await employee.presses('Tillbaka');
    expect(seenOn(answer)).toContain('Cykelpool');
    expect(await words()).toMatchObject({ title: 'Cykelpool' });
  });
});
