import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import {
  arrivals,
  fills,
  following,
  gives,
  inDayCard,
  inPlanning,
  notice,
  planned,
  rowOn,
  stepsOn,
} from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'manager' | 'buyer';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    ...{ submitter: 'employee', leader: 'leader', manager: 'manager', buyer: 'buyer' },
  });
  story = following(city, people);
});
afterAll(() => city.stop());

const news = () => story.news(id);
const name = (who: Who) => people[who].name;
const asksForMoney = (amount: string) =>
  pressesOn(people.leader, id, sv('button.askForMoney', { amount: `${amount.replace(' ', '\u00a0')} kr` }));

describe('a plan that says it buys something, without a tick', () => {
  it('asks whoever answers for procurement when it is sent, once', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, { parts: planned('50 000', '2026-12-01', '2027-02-28') });
    await fills(
      leader,
      id,
      ['goal', { measure: 'Sena besök i veckan', today: '30', target: '10' }],
      ['partners', { partners: 'ingen' }],
      ['procurement', { procurement: 'yes' }],
    );
    await news();
    await asksForMoney('50 000');
    const told = await news();
    expect(told.buyer).toEqual([notice('ownPlanSent.checkers', { who: name('leader') })]);
    expect(Object.keys(told).sort()).toEqual(['buyer', 'manager', 'submitter']);
    expect(stepsOn(cardAbout(people.buyer, id)).slice(0, 2)).toEqual(['Klart', 'Inte än']);
    expect(seenOn(await people.buyer.says('min tur'))).toContain('Är det i ordning före testet?');
  });

  it('is granted nothing before their yes; a no can be given meanwhile', async () => {
    const { manager } = people;
    const card = await manager.says(id);
    expect(seenOn(card)).toContain(sv('waits.task.funderChecks'));
    expect(seenOn(card)).toContain('Inköp: väntar på');
    expect(stepsOn(card)).not.toContain('Bevilja allt');
    expect(stepsOn(card)).toContain('Bevilja inte');
    const before = await story.standing(id);
    const refused = await manager.presses({
      verb: 'act',
      data: {
        do: 'grant',
        idea: id,
        decisionVersion: String((await story.idea(id)).decisionVersion),
        idempotencyKey: 'GRXVP00000000000',
        amount: '50000',
      },
    });
    expect(seenOn(refused)).toContain(sv('refusal.checksOpen'));
    expect(await story.standing(id)).toEqual(before);
  });

  it('says to whoever decides on the money what was answered, and begins with both', async () => {
    const { buyer, manager } = people;
    await gives(buyer, id, 'Inte än', { reason: 'Ramavtalet gäller först i januari.' });
    const answered = { who: name('buyer') };
    expect(await news()).toEqual({
      manager: [inDayCard('checkAnswered.funder', answered)],
      leader: [inDayCard('checkAnswered.driver', answered)],
    });
    expect(seenOn(await manager.says(id))).toContain('Inköp: inte än. Ramavtalet gäller först i januari.');
    await buyer.says(id);
    await pressesOn(buyer, id, 'Klart');
    await news();
    await manager.says(id);
    await pressesOn(manager, id, 'Bevilja allt');
    expect((await story.idea(id)).stage).toBe('piloting');
  });
});

describe('one that costs nothing after all', () => {
  it('waits for nobody', async () => {
    const { leader, manager, buyer } = people;
    id = await inPlanning(city, people, {
      words: { title: 'Lastcyklar', problem: 'Maten kommer fram kall till dem som bor längst bort.' },
      parts: planned('50 000', '2026-12-01', '2027-02-28'),
    });
    await fills(
      leader,
      id,
      ['goal', { measure: 'Kalla måltider', today: '30', target: '10' }],
      ['partners', { partners: 'ingen' }],
      ['procurement', { procurement: 'yes' }],
    );
    await asksForMoney('50 000');
    await news();
    await gives(manager, id, 'Bevilja inte', { reason: 'Budgeten är slut.' });
    await news();
    await leader.says(id);
    await pressesOn(leader, id, rowOn(cardAbout(leader, id), 'Vad testet kostar'));
    await pressesOn(leader, id, 'Spara', { cost: '0' });
    expect((await story.idea(id)).checks).toEqual({});
    expect(seenOn(await buyer.says('min tur'))).not.toContain('Lastcyklar');
    await leader.says(id);
    await pressesOn(leader, id, 'Starta testet');
    expect(await story.standing(id)).toEqual(['piloting', 'leader']);
  });
});
