import { buttonsBelow, type Card } from '../../../../../testing/cards/card';
import { type City, startCity } from '../../../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  en,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../../testing/scenes/everyday';
import type { Person } from '../../../../../testing/teams/person';

describe('an idea that a leader decides on', () => {
  let city: City;
  let leader: Person;
  let other: Person;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    other = await city.arrives('otherLeader', 'en-US');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  async function newIdea(fields = {}): Promise<string> {
    const id = await sendsIdea(employee, fields);
    await city.delivers();
    return id;
  }

  it('comes to each leader as a card in their own chat and language, with the whole idea', async () => {
    const id = await newIdea({ solution: 'Elcyklar', evidence: 'Vi har räknat' });
    const [card, copy] = [cardAbout(leader, id), cardAbout(other, id)];
    for (const words of ['Cykelpool', 'Hemtjänsten väntar på bilar varje morgon.', 'Elcyklar', 'Vi har räknat']) {
      expect(allOn(card)).toContain(words);
      expect(allOn(copy)).toContain(words);
    }
    expect(seenOn(card)).toContain(employee.name);
    expect(titlesOn(card)).toEqual(['Utforska idén', 'Ställ en fråga', 'Skicka vidare', 'Avsluta', 'Fler val']);
    expect(titlesOn(copy)).toEqual(
      (['explore', 'ask', 'passOn', 'close', 'more'] as const).map((it) => en(`button.${it}`)),
    );
    expect(seenOn(card)).toContain(sv('waits.you'));
    expect(summariesOf(leader).at(-1)).toBe(sv('notice.submitted.deciders', { who: employee.name }));
  });

  it('offers the rest behind "Fler val", in the same message, as a list to choose from', async () => {
    const id = await newIdea();
    const before = leader.chat().length;
    const answer = await pressesOn(leader, id, 'Fler val');
    expect(leader.chat()).toHaveLength(before);
    expect(titlesOn(answer)).toEqual(expect.arrayContaining(['Gör direkt', 'Slå ihop', 'Dölj texten', 'Tillbaka']));
    expect(buttonsBelow(answer.card as Card).map(({ title }) => title)).toEqual(['Tillbaka']);
    expect(titlesOn(await pressesOn(leader, id, 'Tillbaka'))).toContain('Utforska idén');
  });

  it('"Utforska idén" makes the leader its named leader and its driver, and the card shows the outcome', async () => {
    const id = await newIdea();
    const answer = await pressesOn(leader, id, 'Utforska idén');
    expect(seenOn(answer)).toContain(sv('notice.explored.actor', { self: 'true', whom: '' }));
    expect(seenOn(answer)).toContain(sv('stage.exploring'));
    const { idea } = (await city.app.ideas.load(id)) ?? {};
    expect(idea).toMatchObject({ stage: 'exploring', waiting: { for: 'driver' } });
    expect(idea?.driver).toEqual({ person: idea?.leader, accepted: true });
  });

  it('offers the next idea with how many are left, and opens it', async () => {
    const id = await newIdea({ title: 'En annan idé' });
    await newIdea();
    const answer = await pressesOn(leader, id, 'Utforska idén');
    const next = titlesOn(answer).find((title) => title.startsWith('Nästa idé (')) ?? '';
    // The idea itself waits for the leader too, who drives it now.
    const count = Number(/\d+/.exec(next)?.[0]) + 1;
    expect(seenOn(await leader.says('min tur'))).toContain(sv('queue.count', { count, late: 0 }).trim());
    const opened = await leader.presses(next);
    expect(idOn(opened)).not.toBe(id);
    expect(titlesOn(opened)).toContain('Utforska idén');
  });

  it('turns the other leaders’ cards too: the outcome and who decided', async () => {
    const id = await newIdea();
    await pressesOn(leader, id, 'Utforska idén');
    const before = other.chat().length;
    await city.delivers();
    expect(other.chat()).toHaveLength(before);
    const turned = cardAbout(other, id);
    expect(turned.cards).toHaveLength(2);
    expect(seenOn(turned)).toContain(en('stage.exploring'));
    expect(allOn(turned)).toContain(en('event.explored', { who: leader.name, self: 'true', whom: '' }));
    expect(titlesOn(turned)).not.toContain(en('button.explore'));
  });

  it('tells the submitter once: what happened, who decided, what happens now', async () => {
    const id = await newIdea();
    const before = employee.chat().length;
    await pressesOn(leader, id, 'Utforska idén');
    await city.delivers();
    expect(employee.chat()).toHaveLength(before + 1);
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.explored.submitter', { who: leader.name, self: 'true', whom: '' }));
    expect(seenOn(told)).toContain(sv('notice.explored.submitter.next', { who: leader.name, self: 'true', whom: '' }));
    expect(seenOn(told)).toContain(sv('notice.why.submitter'));
  });

  it('leads to use, with one line on what was done that the submitter reads', async () => {
    const id = await newIdea();
    await pressesOn(leader, id, 'Utforska idén');
    await city.delivers();
    const answer = await choosesMore(leader, id, sv('button.done.exploring'), { done: 'Cyklarna står i garaget.' });
    expect(seenOn(answer)).toContain(sv('stage.inUse'));
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.done.submitter', { who: leader.name }));
    expect(seenOn(told)).toContain('Cyklarna står i garaget.');
  });
});
