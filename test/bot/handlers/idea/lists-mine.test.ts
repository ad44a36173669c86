import { buttonsOf } from '../../../../testing/cards/card';
import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { en, idOn, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('mina idéer', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  const idsOn = ({ card }: { card: unknown }) =>
    buttonsOf(card)
      .filter(({ type, verb }) => type === 'Action.Execute' && verb === 'open')
      .map(({ data }) => data?.idea);

  it('invites somebody who has sent none', async () => {
    const answer = await employee.says('mina idéer');
    expect(seenOn(answer)).toContain(sv('mine.empty'));
    expect(titlesOn(answer)).toEqual(['Skicka en idé']);
  });

  it.each(['Mina Idéer', 'mina ideer', 'my ideas', 'MY IDEAS'])('comes by "%s"', async (words) => {
    expect(seenOn(await employee.says(words))).toContain(sv('mine.heading'));
  });

  it('shows each with its stage and whom it waits for, and only one’s own', async () => {
    const colleague = await city.arrives('colleague');
    await sendsIdea(colleague, { title: 'Någon annans' });
    await sendsIdea(employee, { title: 'Min egen' });
    const seen = seenOn(await employee.says('mina idéer'));
    expect(seen).toContain('Min egen');
    expect(seen).toContain(sv('stage.submitted'));
    expect(seen).toContain('Väntar på innovationsledarna för Vård och omsorg');
    expect(seen).not.toContain('Någon annans');
  });

  it('shows the newest first, eight at a time, and turns its pages in place', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 10; n++) {
      ids.unshift(await sendsIdea(employee, { title: `Idé ${n}` }));
      city.pass(minutes(1));
    }
    const first = await employee.says('mina idéer');
    expect(idsOn(first)).toEqual(ids.slice(0, 8));
    const { activityId = '' } = employee.chat().at(-1) ?? {};
    const on = { on: activityId };
    const before = employee.chat().length;
    const second = await employee.presses('Visa fler', {}, on);
    expect(idsOn(second)).toEqual(ids.slice(8));
    expect(seenOn(second)).toContain(sv('mine.page', { page: 2 }));
    expect(titlesOn(second)).not.toContain('Visa fler');
    expect(idsOn(await employee.presses('Visa föregående', {}, on))).toEqual(ids.slice(0, 8));
    expect(employee.chat()).toHaveLength(before);
  });

  it('opens an idea with its timeline in a message of its own, so that the list stays', async () => {
    const id = await sendsIdea(employee);
    const list = await employee.says('mina idéer');
    const before = employee.chat().length;
    const [row] = buttonsOf(list.card).filter(({ verb }) => verb === 'open');
    const opened = await employee.presses({ verb: 'open', data: { ...row?.data } });
    expect(idOn(opened)).toBe(id);
    expect(seenOn(opened)).toContain(sv('event.submitted', { who: employee.name, named: 'true' }));
    expect(employee.chat()).toHaveLength(before + 1);
  });

  it('keeps what has ended', async () => {
    const id = await sendsIdea(employee);
    await pressesOn(employee, id, 'Dra tillbaka');
    await pressesOn(employee, id, 'Dra tillbaka');
    expect(seenOn(await employee.says('mina idéer'))).toContain(sv('stage.withdrawn'));
  });

  it('is in English for somebody whose Teams is', async () => {
    const colleague = await city.arrives('colleague', 'en-GB');
    expect(seenOn(await colleague.says('my ideas'))).toContain(en('mine.empty'));
  });
});
