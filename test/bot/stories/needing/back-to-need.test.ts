import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, following, gives, stepsOn } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

const PROBLEM = 'Hemtjänsten väntar på bilar varje morgon.';

type Who = 'submitter' | 'leader' | 'environment' | 'one' | 'two' | 'three' | 'outsider';

/** A problem is solved, and those who had it are told and asked; each step begins where the one before ended. */
describe('back to the need', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let challenge: string;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      submitter: 'employee',
      leader: 'leader',
      environment: 'environmentLeader',
      one: 'colleague',
      two: 'unitManager',
      three: 'executiveLeader',
      outsider: 'otherLeader',
    });
    story = following(city, people);
    const { leader, submitter, environment, one, two, three } = people;
    await leader.says('utmaningar');
    await leader.presses('Ny utmaning');
    const open = await leader.presses('Publicera', {
      problem: PROBLEM,
      title: 'Bilar på morgonen',
      offers: 'time',
      owner: 'me',
    });
    challenge = /Utmaning ([0-9A-Z]{6})/.exec(seenOn(open))?.[1] ?? '';
    await submitter.says(challenge);
    await submitter.presses('Jag har en idé');
    const sent = await submitter.presses('Skicka idén', { problem: PROBLEM, title: 'Cykelpool' });
    id = /([0-9A-Z]{6})/.exec(seenOn(sent).replaceAll(challenge, ''))?.[1] ?? '';
    await story.news();
    await pressesOn(leader, id, 'Utforska idén');
    for (const person of [one, environment]) {
      await person.says(id);
      await gives(person, id, 'Samma problem hos oss', {}, 'Ja, samma hos oss');
    }
    await pressesOn(environment, id, 'Vara med och lösa det');
    await pressesOn(environment, id, 'Ja, vi är med', {});
    // Of the challenge that it answers: a colleague, and a department that takes part in that.
    await two.says(challenge);
    await two.presses('Samma problem hos oss');
    await three.says(challenge);
    await three.presses(titlesOn(await three.says(challenge)).find((title) => title.includes('med')) ?? '');
    await story.news();
    await leader.says(id);
    await choosesMore(leader, id, sv('button.done.exploring'), { done: 'Tio cyklar står vid porten.' });
    await story.news();
  });
  afterAll(() => city.stop());

  const asks = async (who: Who) => stepsOn(await people[who].says(id)).includes(sv('button.improvement'));
  const answers = async (who: Who, answer: string) => {
    await people[who].says(id);
    await pressesOn(people[who], id, sv('button.improvement'));
    return pressesOn(people[who], id, answer);
  };

  it('has a text to send to those who had it, for those who work with the idea', async () => {
    const { leader, one } = people;
    expect((await story.idea(id)).stage).toBe('inUse');
    await leader.says(id);
    const text = await pressesOn(leader, id, sv('button.tellBack'));
    for (const line of [sv('improvement.text.told'), PROBLEM, 'Tio cyklar står vid porten.'])
      expect(seenOn(text)).toContain(line);
    expect(allOn(await one.says(id))).not.toContain(sv('button.tellBack'));
    const refused = await one.presses({ verb: 'textToTellBack', data: { idea: id } });
    expect(refused.message).toBe(sv('improvement.text.notYours'));
  });

  it('is asked of nobody at once, for nobody could know', async () => {
    for (const who of ['one', 'two', 'three', 'environment'] as const) expect(await asks(who)).toBe(false);
  });

  it('is asked once, in the day card, of those with the problem and those who take part, and of nobody else', async () => {
    // Four weeks end on Christmas Eve, when nobody is at work.
    city.pass(days(42));
    const told = await story.news();
    for (const who of ['one', 'two', 'three', 'environment'] as const) {
      const asked = sv(`notice.improvementAsked.${who === 'environment' ? 'partners' : 'sharing'}`);
      expect([who, told[who]?.join()]).toEqual([who, expect.stringContaining(asked)]);
      expect(await asks(who)).toBe(true);
    }
    for (const who of ['submitter', 'leader', 'outsider'] as const) {
      expect(told[who]?.join() ?? '').not.toContain(sv('notice.improvementAsked.sharing'));
      expect(await asks(who)).toBe(false);
    }
    city.pass(days(7));
    const again = await story.news();
    for (const heard of Object.values(again))
      expect(heard?.join()).not.toContain(sv('notice.improvementAsked.sharing'));
  });

  it('is answered by a press, and shown to nobody while it can be answered, for each new answer would be seen', async () => {
    expect(seenOn(await answers('one', sv('improvement.much')))).toContain(sv('panel.improvement.thanks'));
    await answers('two', sv('improvement.some'));
    await answers('environment', sv('improvement.much'));
    expect(await asks('one')).toBe(false);
    for (const seen of [id, challenge])
      expect(allOn(await people.leader.says(seen))).not.toContain(sv('improvement.fact'));
  });

  it('counts one answer of each: neither a second one nor that of somebody who was not asked', async () => {
    const { one, outsider, submitter } = people;
    const before = await city.app.improvements.tally(id);
    const press = { verb: 'sayImprovement', data: { idea: id, improvement: 'no' } };
    expect(seenOn(await one.presses(press))).toContain(sv('panel.improvement.thanks'));
    for (const person of [outsider, submitter])
      expect((await person.presses(press)).message).toBe(sv('improvement.notAsked'));
    expect(await city.app.improvements.tally(id)).toEqual(before);
  });

  it('ends by itself', async () => {
    city.pass(days(21));
    await story.news();
    expect(await asks('three')).toBe(false);
    await people.three.presses({ verb: 'sayImprovement', data: { idea: id, improvement: 'no' } });
    expect((await city.app.improvements.tally(id)).no).toBe(0);
  });

  it('is shown then, of three answers or more, on the idea and on the challenge that it answered: how many, and never who', async () => {
    for (const seen of [id, challenge]) {
      const card = allOn(await people.outsider.says(seen));
      expect(card).toContain(sv('improvement.counted', { answer: sv('improvement.much'), count: 2 }));
      expect(card).toContain(sv('improvement.counted', { answer: sv('improvement.some'), count: 1 }));
      expect(card).not.toContain(sv('improvement.counted', { answer: sv('improvement.no'), count: 0 }));
    }
    const rows = [...(await city.ideaRows()).values()].filter(({ rowKey }) => String(rowKey).startsWith('improvement'));
    const [by, counts] = [rows.filter(isBy), rows.filter((row) => !isBy(row))];
    // Who has answered stands apart from what was answered, in rows that hold nothing else.
    expect(by.map((row) => Object.keys(row).filter((column) => !ofStorage.test(column)))).toEqual(by.map(() => []));
    expect(JSON.stringify(counts)).not.toMatch(/p[0-9A-HJKMNP-TV-Z]{16}/);
  });

  it('says in somebody’s own data that they have answered, and not what; and forgets that with them', async () => {
    const { one } = people;
    const [ref = ''] = await refsOf(one);
    await one.says('mina uppgifter');
    expect(await city.app.improvements.hasAnswered(id, ref)).toBe(true);
    const before = await city.app.improvements.tally(id);
    await one.says('ta bort mina uppgifter');
    await one.presses({ verb: 'eraseMeNow', data: {} });
    await story.news();
    expect(await city.app.improvements.hasAnswered(id, ref)).toBe(false);
    expect(await city.app.improvements.tally(id)).toEqual(before);
  });

  const ofStorage = /^(partitionKey|rowKey|etag|timestamp|v)$/;
  const isBy = ({ rowKey }: Record<string, unknown>) => String(rowKey).startsWith('improvementBy|');
  const refsOf = async ({ email }: Person) => {
    const found = (await city.app.people.contacts([email])).get(email);
    return found ? [found.ref] : [];
  };
});
