import { addDays } from '../../../src/domain/time';
import { until } from '../../../testing/processes/until';
import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
} from '../../../testing/scenes/everyday';
import { arrivals, explored, fills, following, gives, notice, planned, stepsOn } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'other' | 'environment' | 'curious';

/** A problem that several departments have is solved by several of them together; each step begins where the one before ended. */
describe('the same problem in two departments', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      submitter: 'employee',
      leader: 'leader',
      other: 'otherLeader',
      environment: 'environmentLeader',
      curious: 'colleague',
    });
    story = following(city, people);
    id = await sendsIdea(people.submitter);
    await story.news();
    await pressesOn(people.leader, id, 'Utforska idén');
    await story.news();
  });
  afterAll(() => city.stop());

  const today = () => city.now().slice(0, 10);
  const opens = async (who: Who) => allOn(await people[who].says(id));

  it('is said by a press, with a line that is read without a name', async () => {
    const { curious } = people;
    await curious.says(id);
    const said = await gives(
      curious,
      id,
      'Samma problem hos oss',
      { need: 'Vi väntar mest på tisdagar.' },
      'Ja, samma hos oss',
    );
    expect(seenOn(said)).toContain(sv('notice.needed.actor'));
    expect(stepsOn(said)).not.toContain('Samma problem hos oss');
    const told = await story.news();
    // Who has the idea and who works on it read it in their day card: neither who nor how few.
    for (const heard of [told.leader, told.submitter]) {
      expect(heard?.join()).toMatch(/Någon till har samma problem/);
      expect(heard?.join()).not.toContain(curious.name);
    }
    expect(await opens('other')).toMatch(/Samma problem\nnågon till/);
    expect(await opens('curious')).toMatch(/Samma problem\ndu/);
  });

  it('is followed by whoever says so', async () => {
    const { ref } = (await city.app.people.contacts([people.curious.email])).get(people.curious.email) ?? { ref: '' };
    expect(await city.app.follows.follows(id, ref)).toBe(true);
  });

  it('has its line hidden by those who decide, where it does not belong: its writer hears, and is counted still', async () => {
    const { leader } = people;
    const opensLines = async () => {
      await leader.says(id);
      await pressesOn(leader, id, 'Fler val');
      return pressesOn(leader, id, 'Rader om samma problem');
    };
    const lines = await opensLines();
    expect(seenOn(lines)).toContain('Vi väntar mest på tisdagar.');
    const [writer = '?'] = await city.app.reactions.everybody(id, 'need');
    expect(JSON.stringify(lines)).not.toContain(writer);
    const hidden = await pressesOn(leader, id, 'Dölj rad 1');
    expect(seenOn(hidden)).toContain(sv('notice.needHidden.actor'));
    expect(allOn(hidden)).not.toContain('Vi väntar mest på tisdagar.');
    await city.pass(days(1));
    const told = await story.news();
    expect(told.curious?.join()).toContain(sv('notice.needHidden.commenter', { who: leader.name }));
    for (const heard of Object.values(told)) expect(heard?.join()).not.toContain('Vi väntar mest på tisdagar.');
    expect(seenOn(await opensLines())).toContain(sv('panel.needLines.none'));
    expect(await opens('curious')).toMatch(/Samma problem\ndu/);
    for (const reader of [leader, people.submitter, people.other])
      expect(allOn(await reader.says(id))).not.toContain('Vi väntar mest på tisdagar.');
  });

  it('is asked of those who speak for a department: they take part', async () => {
    const { environment } = people;
    await environment.says(id);
    const said = await gives(environment, id, 'Samma problem hos oss', {}, 'Ja, samma hos oss');
    expect(stepsOn(said)[0]).toBe('Vara med och lösa det');
    const asked = await pressesOn(environment, id, 'Vara med och lösa det');
    expect(seenOn(asked)).toContain('Vill Miljö vara med och lösa det?');
    const taken = await pressesOn(environment, id, 'Ja, vi är med', { contact: 'Enhetschef Park' });
    expect(seenOn(taken)).toContain('Tack! Nu är Miljö med.');
    expect((await story.idea(id)).takingPart).toMatchObject({ MIL: { contact: 'Enhetschef Park' } });
    await city.pass(minutes(61));
    const told = await story.news();
    expect(told.leader?.join('\n')).toContain('Miljö är med och löser problemet.');
    expect(await opens('submitter')).toMatch(/Är med\nMiljö \(prata med: Enhetschef Park\)/);
    expect(await opens('curious')).toMatch(/Är med\nMiljö(?! \()/);
  });

  it('is tested in both at once, when the plan is approved', async () => {
    const { leader, environment } = people;
    await fills(leader, id, ...explored);
    await pressesOn(leader, id, 'Gå vidare till planering');
    await fills(leader, id, ...planned('0', today(), addDays(today(), 20)));
    await story.news();
    await pressesOn(leader, id, 'Starta testet');
    expect((await story.news()).environment?.join()).toMatch(
      /Planen är klar. Idén ska testas. Vill ni testa samtidigt\?/,
    );
    await environment.says(id);
    expect(stepsOn(cardAbout(environment, id))[0]).toBe('Testa samtidigt');
    await gives(environment, id, 'Testa samtidigt', { start: today() }, 'Ja, vi testar');
    const { adoptions } = await story.idea(id);
    expect(adoptions).toMatchObject({ MIL: { status: 'testing' } });
    await environment.says(id);
    expect(stepsOn(cardAbout(environment, id))).not.toContain('Testa samtidigt');
  });

  it('has one result, which both read', async () => {
    const { leader, environment, curious } = people;
    await city.pass(days(21));
    await story.news();
    await leader.says(id);
    await fills(leader, id, [
      'result',
      { outcome: 'Färre sena besök.', learned: 'Dubbdäck behövs.', recommendation: 'here' },
    ]);
    await leader.says(id);
    await gives(leader, id, 'Bara hos oss', { done: 'Alla har dubbdäck.' });
    const told = await story.news();
    expect(told.environment?.join('\n')).toContain(
      notice('usedHere.partners', { who: leader.name, department: 'Vård och omsorg' }),
    );
    for (const one of [environment, curious]) expect(allOn(await one.says(id))).toContain('Dubbdäck behövs.');
  });

  it('is left by a department that says so: those who carry the idea hear of it, and its test stays', async () => {
    const { environment } = people;
    await environment.says(id);
    const left = await choosesMore(environment, id, 'Vi är inte med längre', { reason: 'Vi har inte tid i år.' });
    expect(seenOn(left)).toContain(sv('notice.leftPart.actor', { department: 'Miljö' }));
    const { takingPart, adoptions } = await story.idea(id);
    expect(takingPart).toBeUndefined();
    expect(adoptions).toMatchObject({ MIL: { status: 'testing' } });
    await city.pass(days(1));
    const told = await story.news();
    expect(told.leader?.join()).toContain(sv('notice.leftPart.leader', { department: 'Miljö' }));
    expect(await opens('submitter')).not.toMatch(/Är med/);
  });
});

/** From what somebody writes to a result that two departments have: nobody in it knew of the others' idea. */
describe('a problem that another department tests a way out of', () => {
  const tested = { title: 'Lådcyklar till hemtjänsten', problem: 'Bilarna räcker inte till alla besök på morgonen.' };
  const written = { title: 'Lådcyklar till parkerna', problem: 'Bilarna räcker inte till alla parker på morgonen.' };
  let city: City;
  let people: Record<'submitter' | 'leader' | 'environment' | 'writer', Person>;
  beforeAll(async () => {
    city = await startCity();
    const writer = city.person('colleague');
    await writer.installs();
    await writer.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'MIL' } });
    const [submitter, leader] = [await city.arrives('employee'), await city.arrives('leader')];
    people = { submitter, leader, environment: await city.arrives('environmentLeader'), writer };
    city.parts().indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
  });
  afterAll(() => city.stop());

  it('is met, joined, tested in both departments at once, and has one result', async () => {
    const { submitter, leader, environment, writer } = people;
    const story = following(city, people);
    const today = city.now().slice(0, 10);
    const id = await sendsIdea(submitter, tested);
    await story.news();
    await pressesOn(leader, id, 'Utforska idén');
    await fills(leader, id, ...explored);
    await pressesOn(leader, id, 'Gå vidare till planering');
    await fills(leader, id, ...planned('0', today, addDays(today, 20)));
    await pressesOn(leader, id, 'Starta testet');
    await story.news();
    await city.parts().follower.look();

    await writer.says('idé');
    const met = await writer.presses('Skicka idén', { ...written, department: 'MIL' });
    const metOn = writer.chat().at(-1)?.activityId ?? '';
    expect(seenOn(met)).toContain('Testas · Vård och omsorg');
    const row = titlesOn(met).find((title) => title.endsWith('. Läs')) ?? '';
    expect(allOn(await writer.presses(row))).toContain(tested.problem);
    await writer.presses('Samma problem hos oss', {}, { on: metOn });
    const said = await writer.presses('Ja, samma hos oss', { need: 'Vi har två bilar på nio.' });
    expect(seenOn(said)).toContain(sv('draft.need.said', { title: tested.title }));
    // Their own words wait, and nothing was sent.
    expect(seenOn(await writer.says('mina idéer'))).toContain(`${sv('mine.draft')}\n${written.title}`);

    await environment.says(id);
    await gives(environment, id, 'Samma problem hos oss', {}, 'Ja, samma hos oss');
    await pressesOn(environment, id, 'Vara med och lösa det');
    await pressesOn(environment, id, 'Ja, vi är med');
    await environment.says(id);
    await gives(environment, id, 'Testa samtidigt', { start: today }, 'Ja, vi testar');
    expect(await story.idea(id)).toMatchObject({ stage: 'piloting', adoptions: { MIL: { status: 'testing' } } });

    await city.pass(days(21));
    await story.news();
    await leader.says(id);
    const learned = { outcome: 'Färre sena besök.', learned: 'Dubbdäck behövs.', recommendation: 'here' };
    await fills(leader, id, ['result', learned]);
    await leader.says(id);
    await gives(leader, id, 'Bara hos oss', { done: 'Alla har dubbdäck.' });
    const told = await story.news();
    for (const heard of [told.submitter, told.environment, told.writer]) expect(heard?.join()).toMatch(/använd(as|er)/);
    for (const reader of [submitter, environment, writer])
      expect(allOn(await reader.says(id))).toContain('Dubbdäck behövs.');
  });
});
