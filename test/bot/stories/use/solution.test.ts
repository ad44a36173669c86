import { erasePerson } from '../../../../src/app/privacy/erase-person';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import {
  arrivals,
  explored,
  fills,
  following,
  gives,
  inDayCard,
  planned,
  stepsOn,
} from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'owner' | 'environment' | 'rescue';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  const organisation = exampleOrganisation();
  // Where what somebody wrote goes with them.
  city = await startCity({
    organisation: { ...organisation, retention: { ...organisation.retention, words: 'erase' } },
  });
  people = await arrivals(city, {
    submitter: 'employee',
    leader: 'leader',
    owner: 'unitManager',
    environment: 'environmentLeader',
    rescue: 'rescueLeader',
  });
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);
const refOf = async (role: 'environmentLeader') =>
  (await city.app.people.contacts([addressOf(role)])).get(addressOf(role))?.ref ?? '';
/** The page of the solution, as somebody reads it now. */
const pageFor = async (who: Who): Promise<string> => {
  await people[who].says(id);
  return seenOn(await pressesOn(people[who], id, sv('button.solution')));
};
const core = {
  coreSame: 'Samma app för att boka.\nEn person har hand om nycklarna.',
  coreOwn: 'Var cyklarna står.',
  coreFirst: 'Ett låst rum med eluttag.',
  takes: 'weeks',
};

describe('a solution that travels', () => {
  it('is described, as soon as more are to take it in, by whoever decides that', async () => {
    const { submitter, leader } = people;
    id = await sendsIdea(submitter);
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén');
    await fills(leader, id, ...explored);
    await pressesOn(leader, id, 'Gå vidare till planering');
    await fills(leader, id, ...planned('0', '2026-12-01', '2027-01-31'));
    await pressesOn(leader, id, 'Starta testet');
    await fills(leader, id, ['result', { outcome: 'Från 30 till 8.', learned: 'Dubbdäck.', recommendation: 'scale' }]);
    const more = { person: addressOf('unitManager'), departments: 'MIL,RTJ' };
    await gives(leader, id, 'Låt fler införa den', more);
    await pressesOn(leader, id, 'Fler val');
    expect(seenOn(await pressesOn(leader, id, sv('button.tellCore')))).toContain(sv('panel.tellCore.title'));
    const four = await pressesOn(leader, id, 'Spara', { ...core, coreSame: 'Ett\nTvå\nTre\nFyra' });
    expect(seenOn(four)).toContain(sv('refusal.tooManySame'));
    expect(JSON.stringify(four.card)).toContain('Ett låst rum med eluttag.');
    const told = await pressesOn(leader, id, 'Spara', core);
    expect(seenOn(told)).toContain(sv('notice.coreTold.actor'));
    await news();
  });

  it('leaves the one who is asked to look after it a card that still counts', async () => {
    await pressesOn(people.owner, id, 'Jag tar ansvaret');
    expect((await story.idea(id)).owner).toMatchObject({ accepted: true });
    await news();
  });

  it('is read by those who are asked, before they answer', async () => {
    for (const who of ['environment', 'rescue'] as const) {
      const card = seenOn(await people[who].says(id));
      for (const text of ['Samma app för att boka.', 'Ett låst rum med eluttag.', 'Några veckor'])
        expect(card).toContain(text);
    }
  });

  it('is taken in by a department in its own way, which the others read without a name', async () => {
    const { environment, rescue } = people;
    const taken = await gives(environment, id, 'Vi inför den');
    expect(seenOn(taken)).toContain(sv('field.ownWay'));
    const adapted = await pressesOn(environment, id, 'Spara', { ownWay: 'Vi har lastcyklar.' });
    expect(seenOn(adapted)).toContain(sv('notice.adapted.actor'));
    await gives(rescue, id, 'Vi testar först');
    await pressesOn(rescue, id, 'Tillbaka');
    const told = await news();
    expect(told.owner).toContain(inDayCard('adapted.owner', { department: 'Miljö' }));
    const page = await pageFor('rescue');
    expect(page).toContain('Ändrar: Vi har lastcyklar.');
    expect(page).toContain('• En person har hand om nycklarna.');
    expect(page).not.toContain(name('environment'));
  });

  it('is asked about after three months; the answer goes to all who use it, by the department’s name', async () => {
    city.pass(days(92));
    const asked = await news();
    expect(asked.environment).toContain(
      inDayCard('adoptionChecked.adopters', { status: 'using', department: 'Miljö' }),
    );
    expect(asked.rescue).toHaveLength(1);
    expect(stepsOn(await people.environment.says(id))[0]).toBe('Det här blev bättre');
    const words = { better: 'Sex väntade om dagen, nu är det två.', keeps: 'all' };
    const thanks = await gives(people.environment, id, 'Det här blev bättre', words);
    expect(seenOn(thanks)).toContain(sv('notice.betterTold.actor'));
    const told = { department: 'Miljö' };
    expect(await news()).toEqual({
      submitter: [inDayCard('betterTold.submitter', told)],
      leader: [inDayCard('betterTold.leader', told)],
      owner: [inDayCard('betterTold.owner', told)],
      rescue: [inDayCard('betterTold.users', told)],
    });
  });

  it('stands on one page, where everybody reads the newest', async () => {
    const page = await pageFor('submitter');
    for (const text of [
      'Används av 1: Miljö',
      'Testas av 1: Räddningstjänst',
      'Tid att införa: Några veckor',
      'Blev bättre: Sex väntade om dagen, nu är det två.',
      'Gör allt som ska vara lika.',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain(name('environment'));
  });

  it('reminds whoever has not answered once, and asks nobody any more then', async () => {
    city.pass(days(20));
    const reminded = [inDayCard('betterReminded.adopters', { department: 'Räddningstjänst' })];
    expect((await news()).rescue).toEqual(reminded);
    city.pass(days(60));
    expect((await news()).rescue).toBeUndefined();
    expect(
      [...(await city.ideaRows()).keys()].filter((key) => /^due.*(?:checkAdoption|remindBetter)/.test(key)),
    ).toEqual([]);
  });

  it('is told about at any time all the same, and told anew', async () => {
    await people.rescue.says(id);
    await choosesMore(people.rescue, id, 'Det här blev bättre', { better: 'Lugnare morgnar.' });
    expect((await news()).environment).toEqual([inDayCard('betterTold.users', { department: 'Räddningstjänst' })]);
    expect(await pageFor('owner')).toContain('Blev bättre: Lugnare morgnar.');
  });

  it('is out of sight with the idea, for all but whoever may read what is hidden', async () => {
    await people.leader.says(id);
    await choosesMore(people.leader, id, 'Dölj texten');
    const page = await pageFor('submitter');
    for (const text of ['Samma app', 'lastcyklar', 'Sex väntade']) expect(page).not.toContain(text);
    await people.leader.says(id);
    await pressesOn(people.leader, id, 'Visa texten igen');
    expect(await pageFor('submitter')).toContain('lastcyklar');
  });

  it('loses what somebody wrote for their department when they have their data erased, and keeps the rest', async () => {
    const person = await refOf('environmentLeader');
    expect(await erasePerson(city.app, { ref: person })).toBe(true);
    await city.delivers();
    const { adoptions, core: kept } = await story.idea(id);
    expect(adoptions.MIL).toMatchObject({ status: 'using' });
    expect(JSON.stringify(adoptions.MIL)).not.toMatch(/lastcyklar|Sex väntade/);
    expect(adoptions.RTJ).toMatchObject({ better: 'Lugnare morgnar.' });
    expect(kept?.first).toBe('Ett låst rum med eluttag.');
    const rows = JSON.stringify([...(await city.ideaRows()).values()]);
    expect(rows).not.toMatch(/lastcyklar|Sex väntade/);
  });
});
