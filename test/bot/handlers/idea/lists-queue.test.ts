import { buttonsOf } from '../../../../testing/cards/card';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { cardAbout, idOn, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('min tur', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
  });
  afterEach(() => city.stop());

  const idsOn = ({ card }: { card: unknown }) =>
    buttonsOf(card)
      .filter(
        ({ type, verb, title }) => type === 'Action.Execute' && verb === 'open' && title !== sv('button.firstIdea'),
      )
      .map(({ data }) => data?.idea);
  const tabs = ({ card }: { card: unknown }) =>
    Object.fromEntries(
      buttonsOf(card)
        .filter(({ verb, data }) => verb === 'queue' && data?.filter && !data.page && !data.several)
        .map(({ data, title }) => [data?.filter, Number(/\d+/.exec(title ?? '')?.[0])]),
    );
  const filters = (filter: string) => leader.presses({ verb: 'queue', data: { verb: 'queue', filter } });

  async function asks(id: string, question = 'Hur många?'): Promise<void> {
    await city.delivers();
    await pressesOn(leader, id, 'Ställ en fråga');
    await pressesOn(leader, id, 'Skicka frågan', { question });
    await city.delivers();
  }

  it.each(['min tur', 'my turn', 'kö', 'queue', 'KÖ'])('comes by "%s" and says when nothing waits', async (words) => {
    expect(seenOn(await leader.says(words))).toContain(sv('queue.emptyWhat'));
  });

  it('is for everyone: a submitter who has been asked finds the question there', async () => {
    const id = await sendsIdea(employee);
    expect(seenOn(await employee.says('min tur'))).toContain(sv('queue.emptyWhat'));
    await asks(id);
    expect(idsOn(await employee.says('min tur'))).toEqual([id]);
    const opened = await employee.presses('Öppna den första');
    expect(idOn(opened)).toBe(id);
    expect(titlesOn(opened)).toContain('Svara');
  });

  it('shows the reopened as new, also one that had been asked about', async () => {
    const id = await sendsIdea(employee);
    await asks(id);
    await city.delivers();
    await pressesOn(leader, id, 'Avsluta');
    await pressesOn(leader, id, 'Avsluta', { reason: 'Inte nu.' });
    await leader.says(id);
    await pressesOn(leader, id, 'Öppna igen');
    await pressesOn(leader, id, 'Öppna igen');
    const queue = await leader.says('min tur');
    expect(tabs(queue)).toEqual({ all: 1, new: 1, asked: 0, late: 0 });
    expect(seenOn(queue)).toContain(sv('queue.news.reopened'));
  });

  it('says whose idea each is and how it begins, and opens the first one of the page that is shown', async () => {
    for (let n = 1; n <= 10; n++) {
      await sendsIdea(employee, { title: `Idé ${n}`, problem: `Problem nummer ${n}.` });
      city.pass(1000);
    }
    const first = await leader.says('min tur');
    expect(seenOn(first)).toContain(`${employee.name}: Problem nummer 1.`);
    const second = await leader.presses('Visa fler');
    expect(seenOn(second)).toContain('Problem nummer 9.');
    expect(idOn(await leader.presses('Öppna den första'))).toBe(idsOn(second)[0]);
  });

  it('keeps the name of somebody who has asked for it from those who do not decide', async () => {
    const id = await sendsIdea(employee, { title: 'Hemlig', confidential: 'true' });
    expect(seenOn(await leader.says('min tur'))).toContain(employee.name);
    const driver = await city.arrives('manager');
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén', { person: addressOf('manager') });
    await city.delivers();
    const shown = seenOn(await driver.says('min tur'));
    expect(shown).toContain('Hemlig');
    expect(shown).not.toContain(employee.name);
  });

  it('shows what waits by answer date, the first on top', async () => {
    const first = await sendsIdea(employee, { title: 'Först' });
    city.pass(days(2));
    const later = await sendsIdea(employee, { title: 'Sedan' });
    city.pass(days(-1));
    const between = await sendsIdea(employee, { title: 'Mellan' });
    expect(idsOn(await leader.says('min tur'))).toEqual([first, between, later]);
  });

  it('has filters for new, asked and late ideas, each with its number', async () => {
    const asked = await sendsIdea(employee, { title: 'Frågad' });
    await asks(asked);
    const late = await sendsIdea(employee, { title: 'Försenad' });
    city.pass(days(20));
    const fresh = await sendsIdea(employee, { title: 'Ny' });
    const all = await leader.says('min tur');
    expect(tabs(all)).toEqual({ all: 2, new: 2, asked: 1, late: 1 });
    expect(idsOn(all)).toEqual([late, fresh]);
    expect(idsOn(await filters('asked'))).toEqual([asked]);
    expect(idsOn(await filters('late'))).toEqual([late]);
    expect(idsOn(await filters('new'))).toEqual([late, fresh]);
  });

  it('says so when a filter shows nothing', async () => {
    await sendsIdea(employee);
    expect(seenOn(await filters('late'))).toContain(sv('queue.emptyFilter.late'));
    expect(seenOn(await filters('asked'))).toContain(sv('queue.emptyFilter.asked'));
  });

  it('shows the answered as new, and takes the explored to the one who drives', async () => {
    const id = await sendsIdea(employee);
    await asks(id);
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tio.' });
    const answered = await leader.says('min tur');
    expect(tabs(answered)).toEqual({ all: 1, new: 1, asked: 0, late: 0 });
    expect(seenOn(answered)).toContain(sv('queue.news.answered'));
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén');
    expect(idsOn(await leader.says('min tur'))).toEqual([id]);
    const other = await city.arrives('otherLeader');
    expect(idsOn(await other.says('min tur'))).toEqual([]);
  });

  it('is paged beyond eight', async () => {
    for (let n = 1; n <= 9; n++) await sendsIdea(employee, { title: `Idé ${n}` });
    const first = await leader.says('min tur');
    expect(idsOn(first)).toHaveLength(8);
    expect(idsOn(await leader.presses('Visa fler'))).toHaveLength(1);
    expect(idsOn(await leader.presses('Visa föregående'))).toHaveLength(8);
  });

  it('does not offer a leader their own idea', async () => {
    await leader.says('idé');
    const own = idOn(await leader.presses('Skicka idén', { problem: 'Ett problem', title: 'Min egen' }));
    expect(idsOn(await leader.says('min tur'))).not.toContain(own);
    expect(cardAbout(leader, own)).toBeDefined();
  });

  it('shows the innovation office what nobody else can take', async () => {
    const office = await city.arrives('office');
    const orphan = await sendsIdea(employee, { department: 'HAM', title: 'Till hamnen' });
    const inHands = await sendsIdea(employee, { title: 'Till vården' });
    const queue = await office.says('min tur');
    expect(idsOn(queue)).toEqual([orphan]);
    expect(idsOn(queue)).not.toContain(inHands);
  });
});
