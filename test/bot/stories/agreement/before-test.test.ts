import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { explored, fills, following, inDayCard, notice, planned, stepsOn } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'otherLeader' | 'officer';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = {
    submitter: await city.arrives('employee'),
    leader: await city.arrives('leader'),
    otherLeader: await city.arrives('otherLeader'),
    officer: await city.arrives('dataProtection'),
  };
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);

describe('a test that touches personal data and needs those concerned', () => {
  it('asks whom the organisation file names, and for the rest those who decide', async () => {
    const { submitter, leader } = people;
    id = await sendsIdea(submitter);
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén');
    await fills(leader, id, ...explored);
    await pressesOn(leader, id, 'Gå vidare till planering');
    await fills(leader, id, ...planned('0', '2026-12-01', '2027-01-31'));
    expect(stepsOn(cardAbout(leader, id))[0]).toBe('Starta testet');
    await news();
    await pressesOn(leader, id, 'Fler val');
    await pressesOn(leader, id, 'Före testet');
    await pressesOn(leader, id, 'Spara och fråga', { checks: 'personalData,concerned' });
    const asked = { who: name('leader') };
    const told = await news();
    expect(Object.keys(told).sort()).toEqual(['officer', 'otherLeader']);
    expect(told.officer).toEqual([notice('checksAsked.checkers', asked)]);
    expect(told.otherLeader).toEqual([notice('checksAsked.deciders', asked)]);
    const card = seenOn(cardAbout(people.officer, id));
    expect(card).toContain(sv('waits.you.check'));
    expect(card).toContain('Personuppgifter: väntar på');
    expect(seenOn(await people.officer.says('min tur'))).toContain('Är det i ordning före testet?');
  });

  it('does not begin meanwhile', async () => {
    const card = await people.leader.says(id);
    expect(stepsOn(card)).not.toContain('Starta testet');
    expect(seenOn(card)).toContain(sv('waits.task.planningChecks'));
  });

  it('says what is missing to whoever leads the work, until that is in order', async () => {
    const { officer, leader } = people;
    await pressesOn(officer, id, 'Inte än');
    await pressesOn(officer, id, 'Inte än', { reason: 'Vi behöver ett avtal om uppgifterna.' });
    expect(await news()).toEqual({ leader: [inDayCard('checkAnswered.driver', { who: name('officer') })] });
    expect(seenOn(await leader.says(id))).toContain('Personuppgifter: inte än. Vi behöver ett avtal om uppgifterna.');
    await officer.says(id);
    await pressesOn(officer, id, 'Klart');
    await news();
    await people.otherLeader.says(id);
    await pressesOn(people.otherLeader, id, 'Klart');
    await news();
  });

  it('begins with the yes of another leader, for whoever leads the work cannot say it alone', async () => {
    const { leader, otherLeader } = people;
    const ready = await leader.says(id);
    expect(stepsOn(ready)[0]).toBe('Skicka planen för beslut');
    await pressesOn(leader, id, 'Skicka planen för beslut');
    expect(await story.standing(id)).toEqual(['planning', 'deciders']);
    expect((await news()).otherLeader).toEqual([notice('planSubmitted.deciders', { who: name('leader') })]);
    expect(stepsOn(await leader.says(id))).not.toContain('Starta testet');
    const asked = cardAbout(otherLeader, id);
    expect(seenOn(asked)).toContain('Personuppgifter: klart');
    await pressesOn(otherLeader, id, 'Godkänn planen');
    expect((await story.idea(id)).stage).toBe('piloting');
  });
});
