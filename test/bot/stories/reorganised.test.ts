import { myTurn } from '../../../src/app/idea/lists/my-turn';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { lookAtGroups } from '../../../src/app/organisation/groups/look-at-groups';
import { tellOfPassedPosts } from '../../../src/delivery/idea/passed-posts';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Contact, Organisation } from '../../../src/domain/organisation/organisation';
import { applyChange } from '../../../src/domain/organisation/overlay/apply';
import { graphGroups } from '../../../src/teams/graph/groups';
import { buttonsOf } from '../../../testing/cards/card';
import { type City, days, startCity } from '../../../testing/scenes/city';
import { addressOf, type CityRole, inhabitants } from '../../../testing/scenes/city-people';
import { cardAbout, seenOn, sendsIdea, summariesOf, sv } from '../../../testing/scenes/everyday';
import { gives } from '../../../testing/scenes/told';
import { startGraph } from '../../../testing/teams/graph';
import type { Person } from '../../../testing/teams/person';

const environment: Contact = {
  name: inhabitants.environmentLeader.name,
  email: addressOf('environmentLeader'),
  title: 'Innovationsledare',
};

/** Health and social care with these for its leaders, and nobody else who decides. */
function ledBy(organisation: Organisation, leaders: Contact[]): Organisation {
  const nobody = { leaders: [], deputies: [] };
  return {
    ...organisation,
    departments: organisation.departments.map((department) =>
      department.code === 'VOO'
        ? { ...department, ...nobody, leaders, units: department.units.map((unit) => ({ ...unit, ...nobody })) }
        : department,
    ),
  };
}

describe('an organisation that changes while the bot runs', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let next: Person;
  let office: Person;
  beforeEach(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    next = await city.arrives('environmentLeader');
    office = await city.arrives('office');
  });
  afterEach(() => city.stop());

  it('is the new one in the next turn: what the municipality has settled, and who may what', async () => {
    const [channel] = city.organisation().otherChannels;
    if (!channel) throw new Error('The example has no other channel');
    await sendsIdea(employee);
    expect(seenOn(await employee.says('hjälp'))).toContain(channel.name.sv);
    expect(seenOn(await leader.says('min tur'))).toContain('Cykelpool');
    expect(seenOn(await next.says('min tur'))).not.toContain('Cykelpool');

    city.reorganises({ ...ledBy(city.organisation(), [environment]), otherChannels: [] });
    expect(seenOn(await employee.says('hjälp'))).not.toContain(channel.name.sv);
    expect(seenOn(await leader.says('min tur'))).not.toContain('Cykelpool');
    // Whoever has a new post is told of it after their answer.
    expect(seenOn(await next.says('min tur'))).toContain('innovationsledare för Vård och omsorg och Miljö');
    expect(seenOn(await next.says('min tur'))).toContain('Cykelpool');
  });

  it('is the new one for the next delivery: who hears, and by when they are to answer', async () => {
    const before = await sendsIdea(employee);
    await city.delivers();
    expect(seenOn(cardAbout(leader, before))).toContain('Cykelpool');

    const { answerDays } = city.organisation();
    city.reorganises({ ...ledBy(city.organisation(), [environment]), answerDays: { ...answerDays, leader: 1 } });
    const after = await sendsIdea(employee, { title: 'Elbilar' });
    await city.delivers();
    expect(seenOn(cardAbout(next, after))).toContain('Elbilar');
    expect(summariesOf(leader).join('\n')).not.toContain('Elbilar');
    expect((await city.app.ideas.load(after))?.idea.answerBy).toBe('2026-11-27');
  });

  it('stays as it was where a new file has faults, and the office is told of each file once', async () => {
    const { organisationVersions } = city.app;
    const told = (what: string) => summariesOf(office).filter((summary) => summary.includes(what)).length;
    const faults = [{ path: 'departments[1].headcount', message: 'Write at least 0.' }];
    await organisationVersions.noteFault('one', '/etc/organisation.json', faults, city.now());
    for (let round = 0; round < 2; round++) await city.delivers();
    expect(told('/etc/organisation.json')).toBe(1);
    expect(seenOn({ card: office.chat().findLast(({ cards }) => cards.length > 0)?.cards[0] })).toContain(
      'departments[1].headcount: Write at least 0.',
    );

    // One that has been corrected before the message goes out is not told of.
    await organisationVersions.noteFault('two', '/etc/other.json', faults, city.now());
    await city.parts().clockWork.tick();
    await organisationVersions.forgetFaults();
    await city.delivers();
    expect(told('/etc/other.json')).toBe(0);
  });

  describe('in the middle of sixty ideas that wait', () => {
    let graph: Awaited<ReturnType<typeof startGraph>>;
    beforeEach(async () => {
      graph = await startGraph();
    });
    afterEach(() => graph.close());
    const GROUP = '00000000-0000-0000-0000-00000000aaa1';

    /** The members of the group are these, as the next look finds them. */
    async function groupHas(...who: CityRole[]): Promise<void> {
      for (const id of who) graph.has({ id, displayName: inhabitants[id].name, mail: addressOf(id) });
      graph.groups.set(GROUP, new Set(who));
      const pause = async () => undefined;
      const groups = graphGroups({ root: graph.root, tenant: 'orten', token: async () => graph.token, pause });
      // A group of one that becomes another one is only believed at once by somebody who is sure.
      await lookAtGroups(city.app, groups, { write: true, sure: true });
    }

    const ways: readonly [
      way: string,
      begins: (led: Organisation) => Promise<void>,
      changes: (led: Organisation) => Promise<void>,
    ][] = [
      ['a new file', (led) => city.takesIn(led), (led) => city.takesIn(ledBy(led, [environment]))],
      [
        'the chat',
        (led) => city.takesIn(led),
        async () => {
          await office.says('ledare vård och omsorg');
          await office.presses(sv('posts.change'));
          await office.presses(sv('posts.form.leaders'));
          const answer = await office.presses(sv('button.save'), { out: `|${leader.email}`, personEmail: next.email });
          expect(seenOn(answer)).toContain(sv('posts.changed'));
        },
      ],
      [
        'a group in Microsoft Graph',
        async (led) => {
          const posts = [{ post: 'leaders' as const, department: 'VOO', group: GROUP, title: 'Innovationsledare' }];
          const sources = { places: {}, graph: { department: 'department' as const, posts } };
          await city.takesIn({ ...ledBy(led, []), sources });
          await groupHas('leader');
        },
        () => groupHas('environmentLeader'),
      ],
    ];

    it.each(ways)(
      'all of them wait for the new leader by %s, and both are told once what moved',
      async (_way, begins, changes) => {
        const [leads] = city.organisation().departments.flatMap(({ code, leaders }) => (code === 'VOO' ? leaders : []));
        if (!leads) throw new Error('Nobody leads VOO');
        const led = ledBy(city.organisation(), [leads]);
        const { organisationVersions: versions } = city.app;
        await begins(led);
        await sendsIdea(employee);
        const known = async (who: CityRole) => {
          const ref = (await city.app.people.contacts([addressOf(who)])).get(addressOf(who))?.ref ?? '';
          const person = (await city.app.people.byRef(ref))?.person;
          if (!person) throw new Error(`${who} is not known`);
          return person;
        };
        const submitter = await known('employee');
        const more = Array.from({ length: 59 }, (_, n) => ({
          idempotencyKey: newIdempotencyKey(city.app.random),
          words: { title: `Idé ${n + 2}`, problem: 'Bilarna räcker inte på morgonen.' },
        }));
        const sent = { confidential: false, department: 'VOO' };
        await Promise.all(more.map((one) => submitIdea(city.app, submitter, { ...one, ...sent })));
        const told = (person: Person, line: string) => summariesOf(person).filter((one) => one === line).length;
        const came = sv('note.postCame.text', { post: 'innovationsledare för Vård och omsorg' });
        const left = sv('note.postLeft.text', { post: 'innovationsledare för Vård och omsorg' });

        await changes(led);
        // Two instances look at once, and one looks again.
        const { delivery } = city.parts();
        await Promise.all([tellOfPassedPosts(delivery), tellOfPassedPosts(delivery)]);
        for (let round = 0; round < 2; round++) await city.delivers();
        expect([told(next, came), told(leader, left)]).toEqual([1, 1]);
        const shown = next.chat().flatMap(({ cards }) => cards.map((card) => seenOn({ card })));
        expect(shown.filter((one) => one.includes('60 idéer väntar nu på dig'))).toHaveLength(1);
        expect(await versions.owed()).toEqual([]);

        const queued = async (who: CityRole) => (await myTurn(city.app, await known(who), 'all', 0)).counts.all;
        expect([await queued('environmentLeader'), await queued('leader')]).toEqual([60, 0]);
        // Whoever was told has been welcomed to the post: no second message says so.
        expect(seenOn(await next.says('min tur'))).toContain('60 idéer väntar på dig');
        expect(summariesOf(next).filter((one) => one.includes('Vård och omsorg'))).toEqual([came]);
      },
    );
  });

  it('has a department that is a part of another one: all that was its own is the other one’s, and nothing is written anew', async () => {
    const { ideas } = city.app;
    const [mine, theirs] = [await sendsIdea(employee), await sendsIdea(next, { title: 'Elbilar' })];
    const person = async (name: 'employee' | 'environmentLeader') => {
      const ref = (await city.app.people.contacts([addressOf(name)])).get(addressOf(name))?.ref ?? '';
      const found = (await city.app.people.byRef(ref))?.person;
      if (!found) throw new Error(`${name} is not known`);
      return found;
    };
    expect([(await ideas.load(mine))?.idea.department, (await ideas.load(theirs))?.idea.department]).toEqual([
      'VOO',
      'MIL',
    ]);
    const rows = async () => JSON.stringify([await ideas.load(mine), await ideas.open('VOO')]);
    const stored = await rows();

    const change = { kind: 'merge', department: 'VOO', into: 'MIL', people: false } as const;
    const name = { sv: 'Vård och omsorg', en: 'Health and Social Care' };
    const after = applyChange(city.organisation(), { ...change, name });
    if (!after.ok) throw new Error(after.refusal.code);
    city.reorganises(after.value);
    expect(seenOn(await next.says('min tur'))).toContain('Cykelpool');
    expect(seenOn(await next.says('veckan'))).toContain('Cykelpool');
    expect(seenOn(await leader.says('min tur'))).not.toContain('Cykelpool');
    expect((await person('employee')).department).toBe('MIL');
    expect(await rows()).toBe(stored);

    // What comes after it is written as the one department's, and stands in the same list.
    const later = await sendsIdea(employee, { title: 'Lastcyklar' });
    expect((await ideas.load(later))?.idea.department).toBe('MIL');
    const own = await myTurn(city.app, await person('environmentLeader'), 'all', 0);
    expect(own.ideas.map(({ id }) => id).sort()).toEqual([mine, later].sort());
    expect(seenOn(await next.says(mine))).toContain('Miljö');
    // The clock finds nothing that nobody reads.
    await city.delivers();
    expect((await ideas.load(mine))?.idea.tier).toBe('leader');
  });

  it('has two departments that the office has made one in the chat: shown before, done once, and told once to those with a post', async () => {
    await city.takesIn();
    const { organisationVersions: versions } = city.app;
    const [manager, deputy] = [await city.arrives('manager'), await city.arrives('deputy')];
    const id = await sendsIdea(employee);
    await city.delivers();
    const form = {
      verb: 'mergeDepartment',
      data: { idempotencyKey: '0123456789ABCDEF', from: 'VOO', department: 'MIL' },
    };
    for (const person of [employee, leader, manager])
      for (const sure of [undefined, 'true']) {
        const answer = await person.presses({ ...form, data: { ...form.data, ...(sure && { sure }) } });
        expect(answer.message).toContain(sv('posts.refusal.onlyOffice', { office: 'Innovationskontoret' }));
      }

    await office.says('ledare vård och omsorg');
    for (const press of ['posts.change', 'posts.form.aliases', 'posts.form.merge'] as const)
      await office.presses(sv(press));
    const shown = await office.presses(sv('posts.merge.show'), { department: 'MIL', along: 'false' });
    for (const line of ['En idé flyttas till Miljö. En av dem väntar på beslut.', inhabitants.environmentLeader.name])
      expect(seenOn(shown)).toContain(line);
    expect(seenOn(shown)).not.toContain(inhabitants.leader.name);
    expect(await versions.number()).toBe(1);

    const data = buttonsOf(shown.card).find(({ title }) => title === sv('posts.merge.yes'))?.data ?? {};
    const presses = (key = data.idempotencyKey) =>
      office.presses({ verb: 'mergeDepartment', data: { ...data, idempotencyKey: key } });
    for (const answer of await Promise.all([presses(), presses()]))
      expect(seenOn(answer)).toContain('Vård och omsorg är nu en del av Miljö.');
    expect(await versions.number()).toBe(2);
    expect((await versions.events()).at(-1)).toMatchObject({ what: 'changed', about: 'merge.VOO.MIL', why: 'chat' });
    // Somebody else of the office, who had seen the same card.
    expect(seenOn(await presses('0000000000000009'))).toContain(sv('posts.refusal.mergedAlready'));

    const { delivery } = city.parts();
    await Promise.all([tellOfPassedPosts(delivery), tellOfPassedPosts(delivery)]);
    for (let round = 0; round < 2; round++) await city.delivers();
    const text = sv('note.departmentMerged.text', { place: 'Vård och omsorg', into: 'Miljö' });
    const told = [leader, manager, deputy, next, employee, office].map(
      (person) => summariesOf(person).filter((one) => one === text).length,
    );
    expect(told).toEqual([1, 1, 1, 1, 0, 0]);
    expect(await versions.owed()).toEqual([]);
    const lastOf = (person: Person) => seenOn({ card: person.chat().at(-1)?.card });
    expect(lastOf(next)).toContain('En idé väntar nu på dig.');
    expect(lastOf(leader)).toContain('Det som väntade på dig där väntar nu på');
    // Nothing else says the same again.
    expect(seenOn(await next.says('min tur'))).toContain('Cykelpool');
    expect(seenOn(await leader.says('min tur'))).not.toContain('Cykelpool');
    expect(summariesOf(next).filter((one) => one.includes('Vård och omsorg'))).toEqual([text]);
    expect(seenOn(await employee.says('ledare vård och omsorg'))).toContain(inhabitants.environmentLeader.name);
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ department: 'VOO', decisionVersion: 1 });
  });

  it('has a department that has become a part of another one, of which those who worked there read once in their day card', async () => {
    const colleague = await city.arrives('colleague');
    const id = await sendsIdea(employee);
    const change = { kind: 'merge', department: 'VOO', into: 'MIL', people: false } as const;
    const name = { sv: 'Vård och omsorg', en: 'Health and Social Care' };
    const after = applyChange(city.organisation(), { ...change, name });
    if (!after.ok) throw new Error(after.refusal.code);
    city.reorganises(after.value);

    /** Something is new for whose idea it is; gives the card that tells of it on the next day. */
    const cardAfter = async (comment: string): Promise<string> => {
      await colleague.says(id);
      await gives(colleague, id, 'Kommentera', { comment }, 'Skicka');
      for (let day = 0; day < 4; day++) {
        city.pass(days(1));
        await city.delivers();
      }
      return seenOn({ card: employee.chat().findLast(({ card }) => seenOn({ card }).includes(comment))?.card });
    };
    const line = sv('day.cameFrom.title', { place: 'Vård och omsorg', into: 'Miljö' });
    expect(await cardAfter('Bra.')).toContain(line);
    // Whatever else is written of them.
    await employee.says('inställningar');
    await employee.presses(sv('button.save'), { reminders: 'false' });
    const next = await cardAfter('Fortfarande bra.');
    expect(next).toContain('Fortfarande bra.');
    expect(next).not.toContain(line);
    expect(seenOn(await employee.says('idag'))).not.toContain(line);
  });

  it('has a department with another name, which is found by the one that it had', async () => {
    await city.takesIn();
    const id = await sendsIdea(employee);
    await office.says('ledare vård och omsorg');
    for (const press of ['posts.change', 'posts.form.aliases', 'posts.form.name'] as const)
      await office.presses(sv(press));
    const save = () => office.presses(sv('button.save'), { placeName: 'Välfärd', placeNameEn: 'Welfare' });
    expect(seenOn(await office.presses(sv('button.save'), { placeName: 'Miljö', placeNameEn: 'Welfare' }))).toContain(
      sv('posts.refusal.aliasTaken'),
    );
    expect(seenOn(await office.presses(sv('button.save'), { placeName: ' ', placeNameEn: 'Welfare' }))).toContain(
      sv('posts.refusal.placeNameMissing'),
    );
    expect(seenOn(await save())).toContain(sv('posts.changed'));
    const [department] = city.app.directory().departments.filter(({ code }) => code === 'VOO');
    expect(department).toMatchObject({ name: { sv: 'Välfärd', en: 'Welfare' } });
    expect(department?.aliases).toContain('Vård och omsorg');
    expect(seenOn(await employee.says(id))).toContain('Välfärd');
    expect(seenOn(await employee.says('ledare vård och omsorg'))).toContain('Välfärd');
  });

  it('is the new one in the clock’s next round, which moves what nobody reads any more, and tells of it once', async () => {
    const moved = () => summariesOf(office).filter((summary) => summary === sv('notice.movedOn.deciders')).length;
    await sendsIdea(employee);
    await city.delivers();
    expect(moved()).toBe(0);

    city.reorganises(ledBy(city.organisation(), []));
    await city.delivers();
    await city.delivers();
    expect(moved()).toBe(1);
    expect(seenOn(await office.says('min tur'))).toContain('Cykelpool');
  });
});
