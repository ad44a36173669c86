import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea } from '../../../../testing/scenes/everyday';
import { arrivals, following, inDayCard } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'otherLeader' | 'deputy';

let city: City;
let people: Record<Exclude<Who, 'deputy'>, Person>;
let story: ReturnType<typeof following<Exclude<Who, 'deputy'>>>;
let early: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', leader: 'leader', otherLeader: 'otherLeader' });
  story = following(city, people);
  early = await sendsIdea(people.submitter);
  await story.news();
});
afterAll(() => city.stop());

const minutes = (count: number) => city.pass(count * 60_000);
const away = (who: Person, awayUntil: string) => who.presses({ verb: 'saveSettings', data: { awayUntil } });

describe('a leader’s holiday', () => {
  it('pauses nothing while another leader is there', async () => {
    await away(people.leader, '2026-12-20');
    minutes(11);
    expect(await story.news(early)).toEqual({});
    expect((await story.idea(early)).answerBy).toBe('2026-12-10');
  });

  it('pauses what was promised when nobody is there any more, and tells the submitter once who is back when', async () => {
    await away(people.otherLeader, '2027-01-03');
    minutes(11);
    const told = inDayCard('paused.submitter', { whom: people.leader.name, back: '21 december' });
    expect(await story.news(early)).toEqual({ submitter: [told] });
    expect((await story.idea(early)).answerBy).toBe('2027-01-04');
    minutes(11);
    expect(await story.news(early)).toEqual({});
  });

  it('is said on the card, and to whoever sends an idea in meanwhile', async () => {
    expect(seenOn(await people.submitter.says(early))).toContain('Innovationsledaren är tillbaka den 21 december');
    const late = await sendsIdea(people.submitter, { title: 'Bussar', problem: 'Bussen går för tidigt.' });
    expect(seenOn(cardAbout(people.submitter, late))).toContain('Innovationsledaren är tillbaka den 21 december');
    expect((await story.idea(late)).answerBy).toBe('2027-01-04');
  });

  it('keeps no leader from answering', async () => {
    await people.leader.says(early);
    await pressesOn(people.leader, early, 'Utforska idén');
    expect((await story.idea(early)).paused).toBeUndefined();
  });

  it('ends by itself: who has come back is reminded of what they have not answered as ever', async () => {
    city.pass(40 * 86_400_000);
    await story.news();
    expect((await story.idea(early)).stage).toBe('exploring');
  });
});

describe('a leader’s holiday with a deputy', () => {
  it('pauses nothing, for somebody answers', async () => {
    await city.arrives('deputy');
    const id = await sendsIdea(people.submitter, { title: 'Cykelställ', problem: 'Cyklarna blir våta.' });
    const { answerBy } = await story.idea(id);
    for (const who of [people.leader, people.otherLeader]) await away(who, '2027-01-31');
    minutes(11);
    await story.news();
    expect((await story.idea(id)).answerBy).toBe(answerBy);
  });
});
