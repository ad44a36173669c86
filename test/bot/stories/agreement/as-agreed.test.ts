import { type City, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { allOn, cardAbout, choosesMore, pressesOn, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, following, inDayCard, inPlanning, notice, planned, stepsOn } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'friend' | 'manager';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', leader: 'leader', friend: 'colleague', manager: 'manager' });
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);
const toDay = (day: string) => city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
const agreement = {
  nextDecision: 'Chefen beslutar om fler cyklar.',
  stopMeasure: 'Sena besök i veckan',
  stopFigure: 'under 10',
  stopOn: '2027-01-10',
};

describe('a test of which it was agreed before who takes over and when it stops', () => {
  it('asks whoever takes over while it is planned, and the work goes on meanwhile', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, { parts: planned('0', '2026-12-01', '2027-01-31') });
    const row = titlesOn(cardAbout(leader, id)).find((title) => title.startsWith('Vad ni är överens om'));
    await pressesOn(leader, id, row ?? '');
    await pressesOn(leader, id, 'Spara', agreement);
    // Now that something is agreed, that is asked beside it.
    expect(stepsOn(cardAbout(leader, id))).toContain('Fråga vem som tar över');
    await news();
    await pressesOn(leader, id, 'Fråga vem som tar över');
    await pressesOn(leader, id, 'Fråga vem som tar över', { personEmail: addressOf('colleague') });
    expect(await news()).toEqual({
      friend: [notice('successorNamed.added', { who: name('leader') })],
    });
    expect(await story.standing(id)).toEqual(['planning', 'leader']);
    expect(seenOn(cardAbout(people.friend, id))).toContain(sv('waits.you.takeOver'));
    expect(seenOn(await people.friend.says('min tur'))).toContain('Tar du över om det fungerar?');
  });

  it('has them with it from the start by a press', async () => {
    const { friend, leader } = people;
    const yes = await pressesOn(friend, id, 'Jag är med från början');
    expect(seenOn(yes)).toContain(sv('notice.takingOverAccepted.actor'));
    expect(await news()).toEqual({ leader: [inDayCard('takingOverAccepted.driver', { who: name('friend') })] });
    await pressesOn(leader, id, 'Starta testet');
    await news();
    expect(allOn(await people.manager.says(id))).toContain('Tar över om det fungerar');
  });

  it('says half-way what was agreed, and that it stops is the first button', async () => {
    const { leader } = people;
    toDay('2027-01-04');
    await news();
    const card = await leader.says(id);
    expect(seenOn(card)).toContain('Sluta om det inte är under 10 senast 10 januari');
    expect(stepsOn(card)[0]).toBe('Vi slutar');
  });

  it('ends as planned: a good end, of which everybody hears who was with it', async () => {
    const { leader, submitter, manager } = people;
    await pressesOn(leader, id, 'Vi slutar');
    const ended = await pressesOn(leader, id, 'Vi slutar', { lesson: 'Det behövs tak över cyklarna.' });
    expect(seenOn(ended)).toContain(sv('notice.stoppedAsAgreed.actor'));
    expect(await news()).toEqual({
      submitter: [notice('stoppedAsAgreed.submitter', { who: name('leader') })],
      friend: [inDayCard('stoppedAsAgreed.successor', { who: name('leader') })],
    });
    expect(await story.standing(id)).toEqual(['closed', 'nobody']);
    expect(seenOn(await submitter.says('mina idéer'))).toContain(sv('stage.closedAsAgreed'));
    expect(allOn(await manager.says(id))).toContain('Det behövs tak över cyklarna.');
  });

  it('is told as that in the manager’s week', async () => {
    expect(seenOn(await people.manager.says('veckan'))).toContain('Avslutad som planerat');
  });
});

describe('somebody who is asked to take over', () => {
  const asked = async () => {
    const words = { title: 'Elcyklar', problem: 'Backarna tar tid i hemtjänsten.' };
    id = await inPlanning(city, people, { words });
    await choosesMore(people.leader, id, 'Fråga vem som tar över', { personEmail: addressOf('colleague') });
    await news();
  };

  it('can say no, and whoever leads the work can ask somebody else', async () => {
    await asked();
    await pressesOn(people.friend, id, 'Helst någon annan');
    await pressesOn(people.friend, id, 'Helst någon annan', { reason: 'Vi byter system i vår.' });
    expect(await news()).toEqual({ leader: [inDayCard('takingOverDeclined.driver', { who: name('friend') })] });
    expect((await story.idea(id)).successor).toBeUndefined();
  });

  it('is not asked for ever: the question ends on its day, and whoever leads the work hears that', async () => {
    await asked();
    city.pass(21 * 24 * 60 * 60 * 1000);
    expect((await news()).leader).toContain(inDayCard('takingOverLapsed.driver', { whom: name('friend') }));
    expect(titlesOn(cardAbout(people.friend, id))).not.toContain('Jag är med från början');
    expect((await story.idea(id)).successor).toBeUndefined();
  });
});
