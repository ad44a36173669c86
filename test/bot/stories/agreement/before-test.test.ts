import { inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import {
  arrivals,
  following,
  inDayCard,
  inPlanning,
  notice,
  planned,
  rowOn,
  stepsOn,
} from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'otherLeader' | 'officer';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    submitter: 'employee',
    leader: 'leader',
    otherLeader: 'otherLeader',
    officer: 'dataProtection',
  });
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);

describe('a test that touches personal data and needs those concerned', () => {
  it('asks whom the organisation file names, and for the rest those who decide', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, { parts: planned('0', '2026-12-01', '2027-01-31') });
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
    // What is for those who decide is not for one of them who leads the work.
    expect(seenOn(card)).toContain(sv('waits.task.planningChecksOwn'));
    expect(stepsOn(card)).not.toContain('Klart');
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

describe('a costly test that buys something', () => {
  const asksOf = (): string[] => {
    const found = inputsOf(cardAbout(people.leader, id).card).find(({ id: field }) => field === 'checks');
    return ((found?.choices ?? []) as { value: string }[]).map(({ value }) => value);
  };
  const opens = async () => {
    await pressesOn(people.leader, id, 'Fler val');
    await pressesOn(people.leader, id, 'Före testet');
  };

  it('is asked of that once: whoever has ticked it is not asked in the plan', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, {
      words: { title: 'Elcyklar', problem: 'Backarna tar tid i hemtjänsten.' },
      parts: planned('50 000', '2026-12-01', '2027-01-31'),
    });
    await opens();
    expect(asksOf()).toContain('buying');
    await pressesOn(leader, id, 'Spara och fråga', { checks: 'buying' });
    expect(rowOn(cardAbout(leader, id), 'Upphandling')).toContain('finns, Ja');
    expect((await story.idea(id)).checks).toHaveProperty('buying');
  });

  it('is ticked already where the plan says so', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, {
      words: { title: 'Lastcyklar', problem: 'Maten kommer fram kall.' },
      parts: [['cost', { cost: '50 000' }]],
    });
    await pressesOn(leader, id, rowOn(cardAbout(leader, id), 'Upphandling'));
    await pressesOn(leader, id, 'Spara', { procurement: 'yes' });
    await opens();
    expect(asksOf()).toEqual(['personalData', 'workplace', 'concerned']);
    await pressesOn(leader, id, 'Spara och fråga', { checks: 'concerned' });
    expect(Object.keys((await story.idea(id)).checks ?? {})).toEqual(['concerned', 'buying']);
  });
});
