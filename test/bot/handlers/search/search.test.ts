import { inputsOf, textsOf } from '../../../../testing/cards/card';
import { until } from '../../../../testing/processes/until';
import { type City, startCity } from '../../../../testing/scenes/city';
import {
  allOn,
  choosesMore,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('searching for ideas', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let reader: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
    reader = await city.arrives('environmentLeader');
    const { indexing, follower } = city.parts();
    indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    await follower.look();
  });
  afterEach(() => city.stop());

  /** An idea that the index knows. */
  async function sends(title: string, problem = 'Det tar för lång tid.'): Promise<string> {
    const id = await sendsIdea(employee, { title, problem });
    await city.parts().follower.look();
    return id;
  }

  async function brings(id: string): Promise<void> {
    await city.delivers();
    await choosesMore(leader, id, 'Gör direkt', { until: '2026-12-01' });
    await pressesOn(leader, id, 'Det är gjort');
    await pressesOn(leader, id, 'Det är gjort', { done: 'Två är köpta.' });
    await city.parts().follower.look();
  }

  const finds = async (text: string) => seenOn({ card: (await reader.says(text)).card });

  it('shows those with the words, in any form, each with its department and stage, and opens them', async () => {
    const id = await sends('Lådcyklar till hemtjänsten');
    await sends('Fler träd på skolgården');
    const answer = await reader.says('sök lådcykel');
    expect(seenOn(answer)).toContain('Lådcyklar till hemtjänsten');
    expect(seenOn(answer)).toContain(sv('search.count', { count: 1 }));
    expect(seenOn(answer)).not.toContain('skolgården');
    expect(seenOn(answer)).toContain('Vård och omsorg');
    expect(seenOn(await reader.presses({ verb: 'open', data: { verb: 'open', idea: id } }))).toContain(
      'Lådcyklar till hemtjänsten',
    );
  });

  it('says whom to ask about what is used, and shows those alone under "Används"', async () => {
    const used = await sends('Lådcyklar till hemtjänsten');
    await sends('Lådcyklar till skolan');
    await brings(used);
    await reader.says('sök lådcyklar');
    const answer = await reader.presses(
      { verb: 'search', data: { verb: 'search', tab: 'inUse' } },
      { query: 'lådcyklar' },
    );
    expect(seenOn(answer)).toContain('Lådcyklar till hemtjänsten');
    expect(seenOn(answer)).not.toContain('Lådcyklar till skolan');
    expect(seenOn(answer)).toContain(sv('search.askLeader', { place: 'Vård och omsorg' }));
    expect(seenOn(await reader.presses('Sök', { query: 'lådcyklar', department: 'SBK' }))).toContain(sv('search.none'));
  });

  it('opens a chat with whoever has said yes to answering for it, or with the leader before that', async () => {
    const owner = await city.arrives('colleague');
    const chats = (answer: { card: unknown }) =>
      [...JSON.stringify(answer.card).matchAll(/l\/chat\/0\/0\?users=([^&"]+)&/g)].map(([, to = '']) =>
        decodeURIComponent(to),
      );
    const title = 'Sensorer i soptunnor';
    const entry = { title, problem: 'Vi kör i onödan.', stage: 'inUse', lesson: 'Färre turer.' };
    await leader.says('det gör vi redan');
    await leader.presses('Lägg in', { ...entry, contact: owner.email });
    await city.parts().follower.look();
    const asked = await reader.says('sök soptunnor');
    expect(seenOn(asked)).toContain(sv('search.askLeader', { place: 'Vård och omsorg' }));
    expect(chats(asked)).toEqual([leader.email]);
    // What it taught stands among lessons.
    const lessons = { verb: 'search', data: { verb: 'search', tab: 'lessons' } };
    expect(seenOn(await reader.presses(lessons, { query: 'soptunnor' }))).toContain('Färre turer.');
    await city.delivers();
    const id = idOn(await owner.says('sök soptunnor'));
    await owner.says(id);
    await pressesOn(owner, id, 'Jag tar ansvaret');
    const named = await reader.says('sök soptunnor');
    expect(seenOn(named)).toContain(sv('search.askPerson', { name: owner.name, place: 'Vård och omsorg' }));
    expect(chats(named)).toEqual([owner.email]);
    // The one who answers for it asks somebody else.
    expect(chats(await owner.says('sök soptunnor'))).toEqual([leader.email]);
  });

  it('shows those alone that serve a goal, as whoever took them on has chosen', async () => {
    const [serves, other] = [await sends('Lådcyklar till hemtjänsten'), await sends('Lådcyklar till skolan')];
    await city.delivers();
    const tooMany = await pressesOn(leader, serves, 'Utforska idén', { goals: 'klimat,skola,service' });
    expect(seenOn(tooMany)).toContain(sv('refusal.tooManyGoals'));
    expect(inputsOf(tooMany.card)).toContainEqual(
      expect.objectContaining({ id: 'goals', value: 'klimat,skola,service' }),
    );
    await pressesOn(leader, serves, 'Utforska idén', { goals: 'klimat' });
    await pressesOn(leader, other, 'Utforska idén');
    await city.parts().follower.look();
    expect(allOn(await reader.says(serves))).toMatch(/Mål\nKlimatneutral kommun 2035/);
    await reader.says('sök lådcyklar');
    const found = await reader.presses('Sök', { query: 'lådcyklar', goal: 'klimat' });
    expect(seenOn(found)).toContain('Lådcyklar till hemtjänsten');
    expect(seenOn(found)).not.toContain('Lådcyklar till skolan');
    expect(inputsOf(found.card)).toContainEqual(expect.objectContaining({ id: 'goal', value: 'klimat' }));
    // One that the municipality has no more restricts nothing.
    const all = await reader.presses({
      verb: 'search',
      data: { verb: 'search', query: 'lådcyklar', goal: 'bortglömt' },
    });
    expect(seenOn(all)).toContain('Lådcyklar till skolan');
  });

  it('shows eight at a time, and further ones by "Visa fler"', async () => {
    for (let at = 1; at <= 10; at++) await sendsIdea(employee, { title: `Lådcykel nummer ${at}`, problem: 'För få.' });
    await city.parts().follower.look();
    const numbers = (card: unknown) => textsOf(card).flatMap((text) => /^Lådcykel nummer (\d+)$/.exec(text)?.[1] ?? []);
    const first = await reader.says('sök lådcykel');
    expect(numbers(first.card)).toHaveLength(8);
    const second = await reader.presses('Visa fler', { query: 'lådcykel' });
    expect(numbers(second.card)).toHaveLength(2);
    expect(new Set([...numbers(first.card), ...numbers(second.card)]).size).toBe(10);
    // Other words in the field are another search, from its beginning.
    await sends('Elsparkcyklar');
    await reader.says('sök lådcykel');
    expect(seenOn(await reader.presses('Visa fler', { query: 'elsparkcykel' }))).toContain('Elsparkcyklar');
  });

  it('offers to send what nobody has thought of as an idea', async () => {
    const answer = await reader.says('sök bastu på jobbet');
    expect(seenOn(answer)).toContain(sv('search.none'));
    expect(titlesOn(answer)).toContain('Skicka som idé');
    const form = await reader.presses('Skicka som idé');
    expect(JSON.stringify(inputsOf(form.card))).toContain('Bastu på jobbet');
  });

  it('asks what for, where nothing is written after the word', async () => {
    for (const word of ['sök', 'inspirera', 'lärdomar']) {
      const answer = await reader.says(word);
      expect(seenOn(answer)).toContain(sv('search.how'));
      expect(inputsOf(answer.card)).toMatchObject([{ id: 'query', value: '' }]);
    }
  });

  it('shows nothing that has just been hidden, and nothing of what is withdrawn, to anybody', async () => {
    const hidden = await sends('Lådcyklar till hemtjänsten');
    const withdrawn = await sends('Lådcyklar till skolan');
    await city.delivers();
    await choosesMore(leader, hidden, 'Dölj texten');
    await pressesOn(employee, withdrawn, 'Dra tillbaka');
    await pressesOn(employee, withdrawn, 'Dra tillbaka');
    // The index of this instance does not know yet.
    for (const who of [reader, employee, leader]) {
      const answer = seenOn({ card: (await who.says('sök lådcyklar')).card });
      expect(answer).not.toContain('Lådcyklar till hemtjänsten');
    }
    await city.parts().follower.look();
    expect(await finds('sök lådcyklar')).toContain(sv('search.none'));
  });
});
