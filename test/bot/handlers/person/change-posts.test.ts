import { lookAtGroups } from '../../../../src/app/organisation/groups/look-at-groups';
import { readInForce } from '../../../../src/app/organisation/in-force';
import { aLeaderIsAway, chainOf } from '../../../../src/app/person/post-holders';
import { askedChanges } from '../../../../src/app/person/posts/asked-changes';
import { answerProposal, proposalName } from '../../../../src/app/person/posts/proposals';
import type { PostsPart } from '../../../../src/cards/person/posts/posts-parts';
import { processProposals } from '../../../../src/delivery/person/proposals';
import { sourcesSchema } from '../../../../src/domain/organisation/sources/sources-schema';
import type { Person as KnownPerson } from '../../../../src/domain/person/person';
import { buttonsOf } from '../../../../testing/cards/card';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { addressOf, type CityRole, inhabitants } from '../../../../testing/scenes/city-people';
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
    for (const [person, data] of [
      [employee, aliases],
      [environment, gone],
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

  it('says where a post is changed that a group has, and whoever comes into the group gets its ideas', async () => {
    const group = '00000000-0000-0000-0000-00000000aaaa';
    const { departments, ...rest } = city.organisation();
    const named = departments.map((one) => (one.code === 'VOO' ? { ...one, leaders: [] } : one));
    const posts = [{ post: 'leaders' as const, department: 'VOO', group, title: 'Innovationsledare' }];
    const sources = { places: {}, graph: { department: 'department' as const, posts } };
    await city.takesIn({ ...rest, departments: named, sources });
    const isIn = (...people: Person[]) => ({
      open: async () => async () => ({
        ok: true as const,
        leftOut: 0,
        people: people.map(({ name, email }) => ({ name, email })),
      }),
    });
    await lookAtGroups(city.app, isIn(leader), { write: true });
    await sendsIdea(employee);
    await city.delivers();
    for (const [at, person] of [manager, leader].entries()) {
      const told = await opens(person, 'leaders');
      expect(seenOn(told)).toContain(sv('posts.refusal.fromGroup'));
      // There is no form to fill in for nothing, and one from before it comes to the same.
      expect(titlesOn(told)).not.toContain(sv(person === manager ? 'button.save' : 'posts.propose'));
      const was = { department: 'VOO', part: 'leaders', idempotencyKey: `000000000000000${at}` };
      const data = { ...was, out: leaderValue, personEmail: environment.email };
      const answer = await person.presses({ verb: 'changePosts', data });
      expect(seenOn(answer)).toContain(sv('posts.refusal.fromGroup'));
    }
    expect(titlesOn(await opens(manager, 'deputies'))).toContain(sv('button.save'));
    expect(await leads()).toEqual([leader.email]);
    await lookAtGroups(city.app, isIn(environment), { write: true });
    await city.delivers();
    const post = 'innovationsledare för Vård och omsorg';
    expect(summariesOf(environment)).toContain(sv('note.postCame.text', { post }));
    expect(summariesOf(leader)).toContain(sv('note.postLeft.text', { post }));
    expect(seenOn(await environment.says('min tur'))).toContain('Cykelpool');
  });

  it('names nobody whom a source protects, met or not, also where they are protected since it was proposed', async () => {
    await city.takesIn({ ...city.organisation(), sources: sourcesSchema.parse({ file: {} }) });
    const protects = async (email: string) => {
      const [mark = ''] = await city.app.marks.of({ emails: [email] });
      await city.app.staff.write('file', [{ mark, entry: { protected: true } }]);
    };
    const unmet = 'ny.kollega@soderhamra.example';
    const refusal = sv('posts.refusal.cannotBeNamed', { office: 'Innovationskontoret' });
    await opens(leader, 'deputies');
    await leader.presses(sv('posts.propose'), { personEmail: unmet });
    await leader.presses(sv('posts.propose'), { personName: 'Demo Ny', title: 'Enhetschef' });
    const [open] = await city.app.proposals.all();
    await protects(unmet);
    if (!open) throw new Error('Nothing is proposed');
    const answer = { verb: 'answerProposal', proposal: proposalName(open), yes: 'true' };
    await manager.presses({ verb: 'answerProposal', data: answer });
    expect(await city.app.proposals.all()).toEqual([]);
    await protects(environment.email);
    for (const [person, press] of [
      [manager, 'button.save'],
      [leader, 'posts.propose'],
    ] as const) {
      await opens(person, 'deputies');
      for (const personEmail of [unmet, environment.email])
        expect(seenOn(await person.presses(sv(press), { personEmail }))).toContain(refusal);
    }
    expect((await department())?.deputies.map(({ email }) => email)).not.toContain(unmet);
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
    // With one word they would be taken for another department, and all who work there asked anew where that is.
    const other = city.organisation().departments.find(({ code }) => code === 'MIL');
    await opens(leader, 'aliases');
    const taken = await leader.presses(sv('button.save'), { words: `hemvård, ${other?.name.sv}` });
    expect(seenOn(taken)).toContain(sv('posts.refusal.aliasTaken'));
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

  describe('what a new file says otherwise than the chat', () => {
    const third = { name: inhabitants.rescueLeader.name, email: addressOf('rescueLeader'), title: 'Innovationsledare' };
    const asked = sv('note.asked.text');
    const times = (person: Person) => summariesOf(person).filter((one) => one === asked).length;
    beforeEach(async () => {
      await opens(manager, 'leaders');
      await manager.presses(sv('button.save'), { out: leaderValue, personEmail: environment.email });
      const organisation = exampleOrganisation();
      for (const one of organisation.departments)
        if (one.code === 'VOO') one.leaders = one.leaders.map((held) => (held.email === leader.email ? third : held));
      await city.takesIn(organisation);
      for (let round = 0; round < 2; round++) await city.delivers();
    });

    it('is asked of the office once, with both, and the chat counts until it has answered; nobody else may', async () => {
      expect([times(office), times(manager)]).toEqual([1, 0]);
      const card = seenOn({ card: office.chat().at(-1)?.card });
      expect(card).toContain(`${environment.name} blir innovationsledare för Vård och omsorg`);
      expect(card).toContain(third.name);
      expect(await leads()).toContain(environment.email);
      const [change] = await askedChanges(city.app);
      const data = { verb: 'changeCounts', idempotencyKey: '0000000000000009', change: change?.id, keep: 'false' };
      const refused = await manager.presses({ verb: 'changeCounts', data });
      expect([seenOn(refused), refused.message].join('\n')).toContain(
        sv('note.staffLoss.notYours', { office: 'Innovationskontoret' }),
      );
      expect(await askedChanges(city.app)).toHaveLength(1);
    });

    it.each([
      ['keepToo', [addressOf('environmentLeader'), third.email], 'note.asked.counts.chat'],
      ['take', [third.email], 'note.asked.counts.file'],
    ] as const)('is answered with one press (%s), and pressed again it is answered', async (answer, leadsNow, said) => {
      const done = await office.presses(sv(`note.asked.${answer}`));
      expect(seenOn(done)).toContain(sv(said));
      expect(seenOn(done)).toContain(sv('note.asked.done'));
      expect((await leads())?.toSorted()).toEqual([...leadsNow, addressOf('otherLeader')].toSorted());
      expect(await askedChanges(city.app)).toEqual([]);
      const again = {
        verb: 'changeCounts',
        idempotencyKey: '0000000000000009',
        change: '0000000000000001',
        keep: 'true',
      };
      expect(seenOn(await office.presses({ verb: 'changeCounts', data: again }))).toContain(sv('note.asked.done'));
    });
  });

  describe('a proposal of somebody of the department', () => {
    const comes = `${inhabitants.environmentLeader.name} blir innovationsledare för Vård och omsorg`;
    const asked = `${comes} i stället för ${inhabitants.leader.name}. Stämmer det?`;
    const over = sv('posts.refusal.notAsked');
    const times = (person: Person, line: string) => summariesOf(person).filter((one) => one === line).length;
    const said = (answer: Awaited<ReturnType<Person['presses']>>) => [seenOn(answer), answer.message].join('\n');
    async function proposes(person = leader, personEmail = environment.email) {
      await opens(person, 'leaders');
      return person.presses(sv('posts.propose'), { out: leaderValue, personEmail });
    }
    const open = async () => {
      const found = await city.app.proposals.of('post.VOO.leaders');
      if (!found) throw new Error('Nothing is proposed');
      return found;
    };
    async function answers(person: Person, yes: boolean, name?: string) {
      const data = { verb: 'answerProposal', proposal: name ?? proposalName(await open()), yes: String(yes) };
      return person.presses({ verb: 'answerProposal', data });
    }
    async function known(role: CityRole): Promise<KnownPerson> {
      const ref = (await city.app.people.contacts([addressOf(role)])).get(addressOf(role))?.ref ?? '';
      const found = await city.app.people.byRef(ref);
      if (!found) throw new Error(`${role} is not known`);
      return found.person;
    }

    it('is asked of the manager, and of nobody who is a part of it; on yes those concerned are told what moves', async () => {
      await sendsIdea(employee);
      const deputy = await city.arrives('deputy');
      const sent = await proposes();
      expect(seenOn(sent)).toContain(
        `Förslaget är skickat till ${inhabitants.manager.name}. Svaret kommer senast 10 december`,
      );
      expect((await standing())?.version).toBe(1);
      expect(said(await proposes(deputy))).toContain(sv('posts.refusal.proposedAlready'));
      for (let round = 0; round < 2; round++) await city.delivers();
      expect([times(manager, asked), times(office, asked)]).toEqual([1, 0]);
      for (const person of [leader, environment, employee, deputy])
        expect(said(await answers(person, true))).toContain(notAllowed);

      const name = proposalName(await open());
      const both = await Promise.all([answers(manager, true, name), answers(manager, true, name)]);
      for (const answer of both) expect(said(answer)).toContain(sv('posts.proposal.done.yes'));
      expect(said(await answers(office, false, name))).toContain(over);
      expect((await standing())?.version).toBe(2);
      expect(await leads()).toEqual([environment.email, addressOf('otherLeader')]);
      for (let round = 0; round < 2; round++) await city.delivers();
      const post = 'innovationsledare för Vård och omsorg';
      expect([
        times(environment, sv('note.postCame.text', { post })),
        times(leader, sv('note.postLeft.text', { post })),
      ]).toEqual([1, 1]);
      expect(seenOn({ card: environment.chat().at(-1)?.card })).toContain('En idé väntar nu på dig.');
      // Whoever proposed it is the one who has left, and is told so.
      expect(summariesOf(leader).filter((one) => one.includes('ditt förslag'))).toEqual([]);
    });

    it('comes to nothing on no, by its time, or when it is changed otherwise; whoever proposed it is told once each', async () => {
      const what = `${comes} i stället för ${inhabitants.leader.name}.`;
      await proposes();
      await city.delivers();
      await manager.presses(sv('posts.proposal.no'));
      await city.delivers();
      expect(times(leader, sv('posts.proposal.ended.no', { what }))).toBe(1);

      await proposes();
      await city.delivers();
      const name = proposalName(await open());
      city.pass(16 * 24 * minutes(60));
      expect(said(await answers(manager, true, name))).toContain(over);
      for (let round = 0; round < 2; round++) await city.delivers();
      expect(times(leader, sv('posts.proposal.ended.expired', { what }))).toBe(1);

      await proposes();
      await opens(office, 'leaders');
      await office.presses(sv('button.save'), { out: leaderValue });
      for (let round = 0; round < 2; round++) await city.delivers();
      expect(times(leader, sv('posts.proposal.ended.overtaken', { what }))).toBe(1);
      expect(await leads()).toEqual([addressOf('otherLeader')]);
      expect([await city.app.proposals.all(), await city.app.proposals.untold()]).toEqual([[], []]);
    });

    it('is seen by those of the department, and taken back by whoever proposed it, whom nobody then tells', async () => {
      await proposes();
      await city.delivers();
      const line = `${comes} i stället för ${inhabitants.leader.name}.`;
      for (const [person, isOwn] of [
        [leader, true],
        [manager, false],
      ] as const) {
        const overview = await opens(person);
        expect(seenOn(overview)).toContain(line);
        expect(titlesOn(overview).includes(sv('posts.proposal.takeBack'))).toBe(isOwn);
      }
      await opens(leader);
      const name = proposalName(await open());
      const answer = await leader.presses(sv('posts.proposal.takeBack'));
      expect(said(answer)).toContain(sv('posts.proposal.done.takenBack'));
      // The same press again says the same; whoever was asked reads that it is over.
      expect(said(await answers(leader, false, name))).toContain(sv('posts.proposal.done.takenBack'));
      expect(said(await manager.presses(sv('posts.proposal.yes')))).toContain(over);
      for (let round = 0; round < 2; round++) await city.delivers();
      expect(summariesOf(leader).filter((one) => one.includes('ditt förslag'))).toEqual([]);
      expect(seenOn(await opens(leader))).not.toContain(line);
      expect(await leads()).toContain(leader.email);
    });

    it('can be made five times a day by one person, however often they take it back', async () => {
      const refused = sv('posts.refusal.proposedTooMuch');
      for (let time = 1; time <= 5; time++) {
        expect(said(await proposes())).not.toContain(refused);
        await answers(leader, false);
      }
      expect(said(await proposes())).toContain(refused);
      expect(await city.app.proposals.all()).toEqual([]);
      city.pass(24 * minutes(60) + 1);
      expect(said(await proposes())).not.toContain(refused);
      expect(await city.app.proposals.all()).toHaveLength(1);
    });

    it('that the manager does not answer within a week is asked of the office too, once', async () => {
      await proposes();
      const day = 24 * minutes(60);
      for (const [passed, askedOf] of [
        [0, 0],
        [6 * day, 0],
        [day, 1],
        [day, 1],
      ] as const) {
        city.pass(passed);
        await city.delivers();
        expect([times(manager, asked), times(office, asked)]).toEqual([1, askedOf]);
      }
      await office.presses(sv('posts.proposal.yes'));
      expect(await leads()).toContain(environment.email);
    });

    it('of a manager who would have the post is answered by the office', async () => {
      await opens(manager, 'leaders');
      // That it is a proposal is seen when it is known who comes.
      const sent = await manager.presses(sv('button.save'), { out: leaderValue, personEmail: manager.email });
      expect(seenOn(sent)).toContain(`Förslaget är skickat till ${inhabitants.office.name}`);
      await city.delivers();
      expect(said(await answers(manager, true))).toContain(notAllowed);
      await office.presses(sv('posts.proposal.yes'));
      expect(await leads()).toContain(manager.email);
    });

    it('has one end, whoever answers what at the same moment', async () => {
      for (const n of [1, 2, 3]) {
        await proposes(leader, `ny${n}@soderhamra.example`);
        await leader.presses(sv('posts.propose'), { personName: `Demo Ny${n}` });
        const name = proposalName(await open());
        const made = await Promise.all([
          answerProposal(city.app, await known('manager'), name, true),
          answerProposal(city.app, await known('office'), name, false),
          answerProposal(city.app, await known('manager'), name, true),
        ]);
        const ended = await city.app.proposals.ended(name.slice(-16));
        const won = made.flatMap((one) => (one.ok ? [one.value.what] : []));
        expect(new Set(won)).toEqual(new Set([ended?.what]));
        const isLeader = (await leads())?.includes(`ny${n}@soderhamra.example`);
        expect(isLeader).toBe(ended?.what === 'yes');
        if (!isLeader) continue;
        // For the next round the first leader is back.
        await opens(office, 'leaders');
        await office.presses(sv('button.save'), { out: `|ny${n}@soderhamra.example`, personEmail: leader.email });
      }
    });

    it('loses nothing and says nothing twice where a bot dies between two steps', async () => {
      await proposes();
      const { delivery } = city.parts();
      const { app } = delivery;
      const dies = async (): Promise<never> => {
        throw new Error('The bot dies here');
      };
      const dyingAt = (step: 'toldOf' | 'paid') => ({
        ...delivery,
        app: { ...app, proposals: { ...app.proposals, [step]: dies } },
      });
      await processProposals(dyingAt('toldOf'));
      for (let round = 0; round < 2; round++) await city.delivers();
      expect(times(manager, asked)).toBe(1);

      // The change is stored, and the bot dies before it answers.
      const name = proposalName(await open());
      const organisationVersions: typeof app.organisationVersions = {
        ...app.organisationVersions,
        put: async (...of) => {
          await app.organisationVersions.put(...of);
          return dies();
        },
      };
      const by = await known('manager');
      await expect(answerProposal({ ...city.app, organisationVersions }, by, name, true)).rejects.toThrow('dies here');
      expect(await answerProposal(city.app, by, name, true)).toMatchObject({ ok: true, value: { what: 'yes' } });
      expect((await standing())?.version).toBe(2);

      await expect(processProposals(dyingAt('paid'))).rejects.toThrow('dies here');
      for (let round = 0; round < 2; round++) await city.delivers();
      expect(times(environment, sv('note.postCame.text', { post: 'innovationsledare för Vård och omsorg' }))).toBe(1);
      expect(await app.proposals.untold()).toEqual([]);
      expect(city.surprises().map(({ message }) => message)).toEqual([
        expect.stringContaining('next look tries again'),
      ]);
    });
  });
});
