import { type City, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, following, inDayCard, notice, stepsOn } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'otherLeader' | 'friend' | 'manager';

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
    friend: 'colleague',
    manager: 'manager',
  });
  story = following(city, people);
  id = await sendsIdea(people.submitter);
  await story.news();
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);
const toDay = (day: string) => city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
const readsHistory = async (person: Person) => {
  if (!titlesOn(cardAbout(person, id)).includes('Historik')) await pressesOn(person, id, 'Fler val');
  return pressesOn(person, id, 'Historik');
};
const asks = async (...who: ('colleague' | 'manager' | 'otherLeader')[]) => {
  await people.leader.says(id);
  await pressesOn(people.leader, id, 'Fler val');
  await pressesOn(people.leader, id, 'Fråga vad andra tycker');
  const [first = 'colleague', ...others] = who.map(addressOf);
  return pressesOn(people.leader, id, 'Skicka frågan', { people: first, peopleEmails: others.join(', ') });
};

describe('a leader who wants to know what others think before deciding', () => {
  it('asks them by one form, and nothing waits for the answers', async () => {
    const before = await story.standing(id);
    const sent = await asks('colleague', 'manager', 'otherLeader');
    expect(seenOn(sent)).toContain('Frågan är skickad till');
    expect(seenOn(sent)).toContain('Väntar på svar');
    expect(stepsOn(sent)).toContain('Utforska idén');
    expect(await story.standing(id)).toEqual(before);
    const asked = [notice('opinionAsked.consulted', { who: name('leader') })];
    expect(await news()).toEqual({ friend: asked, manager: asked, otherLeader: asked });
  });

  it('is asked of them with the idea’s words and one button, in their own list too', async () => {
    const { friend } = people;
    const card = cardAbout(friend, id);
    expect(seenOn(card)).toContain(sv('waits.you.opinion'));
    expect(seenOn(card)).toContain('Hemtjänsten väntar på bilar varje morgon.');
    expect(stepsOn(card)[0]).toBe('Säg vad du tycker');
    expect(seenOn(await friend.says('min tur'))).toContain('Vad tycker du? Svara senast');
  });

  it('hears nothing from the first of them that the others could see', async () => {
    const { friend, manager, submitter, leader, otherLeader } = people;
    await friend.says(id);
    await pressesOn(friend, id, 'Säg vad du tycker');
    const said = await pressesOn(friend, id, 'Skicka', { view: 'otherwise', opinion: 'Börja med en grupp.' });
    expect(seenOn(said)).toContain('Tack! Ditt svar är sparat.');
    expect(await news()).toEqual({});
    for (const other of [manager, otherLeader, submitter]) {
      expect(allOn(await other.says(id))).not.toContain('Börja med en grupp.');
      await readsHistory(other);
      expect(allOn(cardAbout(other, id))).not.toContain('Börja med en grupp.');
    }
    const seen = seenOn(await leader.says(id));
    expect(seen).toContain(`${name('friend')}: gå vidare, men på ett annat sätt. ”Börja med en grupp.”`);
  });

  it('shows whoever has said theirs what the others have said', async () => {
    const { otherLeader, friend } = people;
    await otherLeader.says(id);
    await pressesOn(otherLeader, id, 'Säg vad du tycker');
    const said = await pressesOn(otherLeader, id, 'Skicka', { view: 'goOn' });
    expect(seenOn(said)).toContain('”Börja med en grupp.”');
    const other = seenOn(await friend.says(id));
    expect(other).toContain(`${name('otherLeader')}: gå vidare`);
    expect(other).not.toContain('Väntar på svar');
  });

  it('is told after two days that the time is up, and whoever did not answer is not asked any more', async () => {
    toDay('2026-12-01');
    expect(await news()).toEqual({ leader: [inDayCard('opinionsEnded.asker')] });
    expect(stepsOn(await people.manager.says(id))).not.toContain('Säg vad du tycker');
    expect(seenOn(await people.leader.says(id))).toContain(`Svarade inte: ${name('manager')}`);
  });

  it('decides as before, and has what was said in the record alone', async () => {
    const { leader, submitter } = people;
    await pressesOn(leader, id, 'Avsluta');
    await pressesOn(leader, id, 'Avsluta', { reason: 'Vi börjar med bussar.' });
    expect(seenOn(await leader.says(id))).not.toContain('Det här tycker andra');
    await readsHistory(leader);
    expect(allOn(cardAbout(leader, id))).toContain('Börja med en grupp.');
    expect(allOn(await submitter.says(id))).not.toContain('Börja med en grupp.');
  });
});

describe('a question that cannot be asked', () => {
  it('says so in the form, with whom was chosen still in it', async () => {
    id = await sendsIdea(people.submitter, { title: 'Elcyklar', problem: 'Backarna tar tid.' });
    await story.news();
    await asks('colleague');
    const again = await asks('colleague', 'manager');
    expect(seenOn(again)).toContain(sv('refusal.cannotGiveOpinion'));
    expect(JSON.stringify(again.card)).toContain(addressOf('manager'));
    expect((await story.idea(id)).opinions).toHaveLength(1);
  });
});
