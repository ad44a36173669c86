import { readInForce } from '../../../../src/app/organisation/in-force';
import { aLeaderIsAway, chainOf } from '../../../../src/app/person/post-holders';
import type { PostsPart } from '../../../../src/cards/person/posts/posts-parts';
import { buttonsOf } from '../../../../testing/cards/card';
import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { addressOf, inhabitants } from '../../../../testing/scenes/city-people';
import { seenOn, sendsIdea, summariesOf, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('"Ändra" on innovationsledare', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let manager: Person;
  let environment: Person;
  let office: Person;
  beforeEach(async () => {
    city = await startCity();
    [employee, leader] = [await city.arrives('employee'), await city.arrives('leader')];
    [manager, environment] = [await city.arrives('manager'), await city.arrives('environmentLeader')];
    office = await city.arrives('office');
    await city.takesIn();
  });
  afterEach(() => city.stop());

  const standing = async () => await readInForce(city.app.organisationVersions, city.organisation().municipality.code);
  const department = async () => {
    const found = await standing();
    return found?.ok ? found.organisation.departments.find(({ code }) => code === 'VOO') : undefined;
  };
  const leads = async () => (await department())?.leaders.map(({ email }) => email);
  /** What can be changed of the department, or the form for one part of it. */
  async function opens(person: Person, part?: PostsPart) {
    await person.says('ledare vård och omsorg');
    const all = await person.presses(sv('posts.change'));
    return part ? person.presses(sv(`posts.form.${part}`)) : all;
  }
  const leaderValue = `|${addressOf('leader')}`;
  const notAllowed = sv('posts.refusal.notAllowed', { office: 'Innovationskontoret' });

  it('is seen by those of the department and by nobody else, and nobody else can press it', async () => {
    for (const [person, seen] of [
      [employee, false],
      [environment, false],
      [leader, true],
      [manager, true],
    ] as const)
      expect(titlesOn(await person.says('ledare vård och omsorg')).includes(sv('posts.change'))).toBe(seen);
    expect(titlesOn(await opens(manager))).toContain(sv('posts.form.leaders'));
    const before = (await standing())?.version;
    const press = { verb: 'changePosts', department: 'VOO', idempotencyKey: '0000000000000001' };
    const aliases = { ...press, part: 'aliases', words: 'snabbmat' };
    const gone = { ...press, part: 'leaders', out: leaderValue };
    const own = { ...press, part: 'leaders', personEmail: manager.email };
    for (const [person, data] of [
      [employee, aliases],
      [environment, gone],
      [leader, gone],
      [manager, own],
    ] as const) {
      const answer = await person.presses({ verb: 'changePosts', data });
      expect([seenOn(answer), answer.message].join('\n')).toContain(notAllowed);
    }
    expect((await standing())?.version).toBe(before);
  });

  it('lets the office alone say who manages: nobody else sees it, opens it or presses it', async () => {
    const onlyOffice = sv('posts.refusal.onlyOffice', { office: 'Innovationskontoret' });
    const data = { department: 'VOO', part: 'managers' };
    const press = { ...data, idempotencyKey: '0000000000000001', out: `|${manager.email}`, personEmail: leader.email };
    for (const person of [leader, manager]) {
      expect(titlesOn(await opens(person))).not.toContain(sv('posts.form.managers'));
      for (const [verb, sent] of [
        ['posts', { verb: 'posts', ...data }],
        ['changePosts', { verb: 'changePosts', ...press }],
      ] as const) {
        const answer = await person.presses({ verb, data: sent });
        expect([seenOn(answer), answer.message].join('\n')).toContain(onlyOffice);
      }
    }
    expect((await standing())?.version).toBe(1);
    await opens(office, 'managers');
    await office.presses(sv('button.save'), { out: `|${manager.email}`, personEmail: leader.email });
    expect((await department())?.managers.map(({ email }) => email)).toEqual([leader.email]);
  });

  it('lets who leads say of themselves alone that they are away, and what they are called', async () => {
    for (const [part, sent] of [
      ['away', { until: '2026-12-11' }],
      ['title', { title: 'Utvecklare' }],
    ] as const) {
      const data = { verb: 'changePosts', department: 'VOO', idempotencyKey: '0000000000000001', part };
      const other = { ...data, ...sent, who: `leaders||${addressOf('otherLeader')}` };
      expect(seenOn(await leader.presses({ verb: 'changePosts', data: other }))).toContain(notAllowed);
      await opens(leader, part);
      // Who is the only one is chosen already.
      expect(seenOn(await leader.presses(sv('button.save'), sent))).toContain(sv('posts.changed'));
    }
    expect(aLeaderIsAway(await chainOf(city.app, 'VOO'), '2026-12-11')).toBe(true);
    const titles = (await department())?.leaders.map(({ email, title }) => [email, title]);
    expect(titles).toContainEqual([leader.email, 'Utvecklare']);
    expect(titles).not.toContainEqual([addressOf('otherLeader'), 'Utvecklare']);
  });

  it('gives a post to a colleague by their address, in whose place the queue is, and tells both what moves', async () => {
    await sendsIdea(employee);
    await opens(manager, 'leaders');
    const answer = await manager.presses(sv('button.save'), { out: leaderValue, personEmail: environment.email });
    expect(seenOn(answer)).toContain(sv('posts.changed'));
    expect(seenOn(answer)).toContain(inhabitants.environmentLeader.name);
    expect(await leads()).toEqual([environment.email, addressOf('otherLeader')]);
    const [, event] = await city.app.organisationVersions.events();
    expect(event).toMatchObject({ version: 2, what: 'changed', about: 'post.VOO.leaders', why: 'chat' });
    await city.delivers();
    const post = 'innovationsledare för Vård och omsorg';
    expect(summariesOf(environment)).toContain(sv('note.postCame.text', { post }));
    expect(summariesOf(leader)).toContain(sv('note.postLeft.text', { post }));
    expect(seenOn(await environment.says('min tur'))).toContain('Cykelpool');
  });

  it('is one change however often it is pressed, and a form from before it says what has happened', async () => {
    const form = await opens(manager, 'leaders');
    const save = buttonsOf(form.card).find(({ title }) => title === sv('button.save'));
    const data = { ...save?.data, out: leaderValue, personEmail: environment.email };
    const pressed = () => manager.presses({ verb: 'changePosts', data });
    await Promise.all([pressed(), pressed()]);
    expect((await standing())?.version).toBe(2);
    expect(await leads()).toEqual([environment.email, addressOf('otherLeader')]);
    const late = await manager.presses({ verb: 'changePosts', data: { ...data, idempotencyKey: '0000000000000009' } });
    expect(seenOn(late)).toContain(sv('posts.refusal.noHolder'));
    expect((await standing())?.version).toBe(2);
  });

  it('asks what somebody is called whom nobody knows, keeps what was written, and takes no stranger', async () => {
    await opens(manager, 'deputies');
    const stranger = await manager.presses(sv('button.save'), { personEmail: 'vem@elsewhere.example' });
    expect(seenOn(stranger)).toContain(sv('posts.refusal.unknownColleague'));
    const asked = await manager.presses(sv('button.save'), { personEmail: 'ny.kollega@soderhamra.example' });
    expect(seenOn(asked)).toContain(sv('posts.refusal.nameMissing'));
    const data = { personName: 'Demo Ny', title: 'Enhetschef' };
    expect(seenOn(await manager.presses(sv('button.save'), data))).toContain('Demo Ny');
    expect((await department())?.deputies).toContainEqual({
      ...{ name: 'Demo Ny', email: 'ny.kollega@soderhamra.example', title: 'Enhetschef' },
    });
  });

  it('lets those who lead say by which words they are found, and what they are called themselves', async () => {
    await opens(leader, 'aliases');
    await leader.presses(sv('button.save'), { words: 'hemvård, omvårdnad' });
    expect((await department())?.aliases).toEqual(['hemvård', 'omvårdnad']);
    expect(seenOn(await employee.says('ledare omvårdnad'))).toContain(inhabitants.leader.name);
    await opens(leader, 'title');
    await leader.presses(sv('button.save'), { who: `leaders|${leaderValue}`, title: 'Utvecklare' });
    expect((await department())?.leaders.find(({ email }) => email === leader.email)?.title).toBe('Utvecklare');
  });

  it('sets a leader away who cannot say it, tells them, and lets the deputy act', async () => {
    await opens(manager, 'away');
    const who = `leaders|${leaderValue}`;
    // A client that lets any date be chosen.
    const press = { verb: 'changePosts', department: 'VOO', part: 'away', idempotencyKey: '0000000000000001' };
    const past = await manager.presses({ verb: 'changePosts', data: { ...press, who, until: '2026-11-01' } });
    expect(seenOn(past)).toContain(sv('posts.refusal.dateNotAhead'));
    await manager.presses(sv('button.save'), { who, until: '2026-12-11' });
    expect(aLeaderIsAway(await chainOf(city.app, 'VOO'), '2026-12-11')).toBe(true);
    city.pass(minutes(2));
    await city.delivers();
    expect(summariesOf(leader).filter((one) => one.startsWith('Du står som borta'))).toHaveLength(1);
    expect(seenOn({ card: leader.chat().at(-1)?.card })).toContain(`Under tiden svarar ${inhabitants.deputy.name}.`);
    await opens(leader, 'away');
    await leader.presses(sv('button.save'), { who: `leaders|${leaderValue}`, until: '' });
    expect(aLeaderIsAway(await chainOf(city.app, 'VOO'), '2026-12-11')).toBe(false);
  });
});
