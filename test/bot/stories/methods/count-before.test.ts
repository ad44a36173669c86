import { todayIn } from '../../../../src/app/deps';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, inPlanning, stepsOn } from '../../../../testing/scenes/told';
import type { Answer } from '../../../../testing/teams/answer';
import type { Person } from '../../../../testing/teams/person';

let city: City;
let people: Record<'submitter' | 'leader' | 'friend', Person>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', leader: 'leader', friend: 'colleague' });
  id = await inPlanning(city, people, { parts: [['cost', { cost: '20000' }]] });
});
afterAll(() => city.stop());

const howTo = (part: string): string =>
  titlesOn(cardAbout(people.leader, id)).find((title) => title.startsWith(`Så kan ni göra, ${part}`)) ?? '';
const tally = () => city.app.methodUses.tally('count-before', todayIn(city.app));
const says = (data: Record<string, string>): Promise<Answer> =>
  people.leader.presses({ verb: 'useMethod', data: { method: 'count-before', idea: id, part: 'goal', ...data } });

describe('whoever leads the work does not know what to write', () => {
  it('finds beside each missing part how to find it out, and beside no other', async () => {
    const titles = titlesOn(cardAbout(people.leader, id)).filter((title) => title.startsWith('Så kan ni göra'));
    expect(titles.map((title) => title.split(', ')[1])).toEqual([
      'vad som ska göras',
      'vad vi vill nå',
      'upphandling',
      'vad ni är överens om',
    ]);
    expect(titlesOn(await people.friend.says(id)).join()).not.toContain('Så kan ni göra');
  });

  it('reads three short screens, and the last one leads to the part', async () => {
    const { leader } = people;
    const first = await pressesOn(leader, id, howTo('vad vi vill nå'));
    expect(seenOn(first)).toContain('Räkna före');
    expect(seenOn(first)).toContain('Så kan ni göra · 1 av 3');
    const second = await leader.presses('Nästa');
    expect(seenOn(second)).toContain('1.');
    expect(seenOn(second)).not.toContain('4.');
    const third = await leader.presses('Nästa');
    expect(seenOn(third)).toContain('6.');
    expect(stepsOn(third)).toEqual(['Fyll i: vad vi vill nå', 'Vi har använt den', 'Tillbaka', 'Till idén']);
  });

  it('says with a press that they have used it, and then whether it helped: once each, whoever says it', async () => {
    const { leader, friend } = people;
    const used = await leader.presses('Vi har använt den');
    expect(seenOn(used)).toContain(sv('method.helped.ask'));
    expect(stepsOn(used)).not.toContain('Vi har använt den');
    await leader.resends(used);
    expect(seenOn(await leader.presses('Ja, lite'))).toContain(sv('method.helped.thanks'));
    await says({});
    await says({ helped: 'yes' });
    const { message } = await friend.presses({ verb: 'useMethod', data: { method: 'count-before', idea: id } });
    expect(message).toBe(sv('method.notYours'));
    expect(await tally()).toEqual({ used: 1, helped: { yes: 0, some: 1, no: 0 } });
  });

  it('fills in the goal from there, and is asked no more how', async () => {
    const { leader } = people;
    await leader.presses('Fyll i: vad vi vill nå');
    await leader.presses('Spara', { measure: 'Sena besök i veckan', today: '14', target: '8' });
    expect(howTo('vad vi vill nå')).toBe('');
  });

  it('has the counts of a year, and not of the one before', async () => {
    city.pass(days(400));
    expect((await tally()).used).toBe(0);
  });
});

describe('the words for it', () => {
  it.each(['metoder', 'stöd', 'methods'])('%s lists the twelve by stage', async (word) => {
    const listed = await people.friend.says(word);
    const rows = titlesOn(listed).filter((title) => /,.*\.$/.test(title));
    expect(rows).toHaveLength(12);
    expect(seenOn(listed)).toContain(sv('stage.exploring'));
  });

  it('stöd says where to turn who is not well', async () => {
    expect(seenOn(await people.friend.says('stöd'))).toContain(sv('methods.support'));
    expect(seenOn(await people.friend.says('jag behöver stöd för jag mår så dåligt'))).toContain(sv('door.distress'));
  });

  it('leads from the list to a method and back', async () => {
    await people.friend.says('metoder');
    const row = titlesOn({ card: people.friend.cards().at(-1) }).find((title) => title.includes('Fem samtal')) ?? '';
    expect(stepsOn(await people.friend.presses(row))).toEqual(['Nästa', 'Alla metoder']);
    expect(seenOn(await people.friend.presses('Alla metoder'))).toContain(sv('methods.about'));
  });
});
