import { tellOfPassedPosts } from '../../../src/delivery/idea/passed-posts';
import { buttonsOf, inputsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf, type CityRole } from '../../../testing/scenes/city-people';
import { cardAbout, seenOn, sendsIdea, summariesOf, sv } from '../../../testing/scenes/everyday';
import { withUnitIn } from '../../../testing/scenes/organisation/units-that-move';
import type { Person } from '../../../testing/teams/person';

const TWO_MINUTES = 2 * 60_000;

describe('a unit that comes to another department', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let next: Person;
  beforeEach(async () => {
    city = await startCity();
    await city.takesIn();
    employee = await city.arrives('employee');
    await employee.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'VOO.HTN' } });
    leader = await city.arrives('leader');
    next = await city.arrives('environmentLeader');
  });
  afterEach(() => city.stop());

  const told = (person: Person) => summariesOf(person).filter((one) => one.includes('Hemtjänst Norr hör nu')).length;
  const known = async (who: CityRole) => {
    const ref = (await city.app.people.contacts([addressOf(who)])).get(addressOf(who))?.ref ?? '';
    return (await city.app.people.byRef(ref))?.person;
  };
  const follows = async () => {
    for (let round = 0; round < 3; round++) {
      await city.delivers();
      city.pass(TWO_MINUTES);
    }
  };

  it('by a new file takes its ideas along, and those with posts hear of it once, when they have come', async () => {
    const id = await sendsIdea(employee);
    const manager = await city.arrives('manager');
    await city.delivers();
    const before = summariesOf(employee).length;

    await city.takesIn(withUnitIn(city.organisation(), 'HTN', 'MIL'));
    // Nobody is told before the ideas have come along.
    await tellOfPassedPosts(city.parts().delivery);
    await city.delivers();
    await follows();
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ department: 'MIL', unit: 'HTN', tier: 'leader' });
    expect([told(leader), told(next), told(manager), told(employee)]).toEqual([1, 1, 1, 0]);
    const notes = next.chat().flatMap(({ cards }) => cards.map((card) => seenOn({ card })));
    expect(notes.filter((one) => one.includes('En idé väntar nu på dig.'))).toHaveLength(1);
    expect(await city.app.organisationVersions.owed()).toEqual([]);
    expect(await city.app.unitMoves.list()).toEqual([]);

    // The card that they had shows where it is, and says nothing by itself.
    expect(seenOn(cardAbout(leader, id))).toContain('Miljö');
    // Who sent it in is not troubled, and reads on the card what has become of it.
    expect(summariesOf(employee).slice(before)).toEqual([]);
    expect(seenOn(await employee.says(id))).toContain('Miljö');
    expect(await known('employee')).toMatchObject({ department: 'MIL', unit: 'HTN' });
    expect(seenOn(await next.says('min tur'))).toContain('Cykelpool');
    expect(seenOn(await leader.says('min tur'))).not.toContain('Cykelpool');
    expect(seenOn(await next.says('veckan'))).toContain('Cykelpool');

    // What comes after it is the other department's from the beginning.
    const later = await sendsIdea(employee, { title: 'Elbilar' });
    expect((await city.app.ideas.load(later))?.idea).toMatchObject({ department: 'MIL', unit: 'HTN' });
    expect((await city.app.ideas.load(later))?.idea.seq).toBe(1);
  });

  it('takes them along also from a department that is gone, and only what is of no unit goes on to the office', async () => {
    const mine = await sendsIdea(employee);
    const colleague = await city.arrives('colleague');
    const theirs = await sendsIdea(colleague, { title: 'Elbilar' });
    await city.delivers();
    const after = ['HTN', 'HTS', 'SAB', 'FUN', 'HSL'].reduce(
      (organisation, unit) => withUnitIn(organisation, unit, 'MIL'),
      city.organisation(),
    );
    await city.takesIn({ ...after, departments: after.departments.filter(({ code }) => code !== 'VOO') });
    await follows();
    expect((await city.app.ideas.load(mine))?.idea).toMatchObject({ department: 'MIL', tier: 'leader' });
    expect((await city.app.ideas.history(mine)).map(({ type }) => type)).toEqual(['submitted', 'movedWithUnit']);
    expect((await city.app.ideas.load(theirs))?.idea).toMatchObject({ department: 'VOO', tier: 'office' });
    const several = sv('note.unitsMoved.gone', { into: 'Miljö' });
    expect(summariesOf(leader).filter((one) => one === several)).toHaveLength(1);
    expect(seenOn({ card: leader.chat().at(-1)?.card })).toContain('Det som väntade på dig där väntar nu på');
  });

  it('tells who leads two of the departments once, of both', async () => {
    await sendsIdea(employee);
    await city.delivers();
    const after = withUnitIn(withUnitIn(city.organisation(), 'HTN', 'MIL'), 'HTS', 'SOC');
    await city.takesIn(after);
    await follows();
    const all = summariesOf(leader).filter((one) => one.includes(' hör nu till '));
    expect(all).toHaveLength(1);
    expect(seenOn({ card: leader.chat().at(-1)?.card })).toContain(
      sv('note.unitsMoved.one', { unit: 'Hemtjänst Söder', into: 'Socialtjänst' }),
    );
  });

  describe('that the office splits off in the chat', () => {
    let office: Person;
    beforeEach(async () => {
      office = await city.arrives('office');
    });

    async function opens() {
      await office.says('ledare vård och omsorg');
      for (const press of ['posts.change', 'posts.form.aliases'] as const) await office.presses(sv(press));
      return office.presses(sv('posts.form.split'));
    }
    const shows = (data: Record<string, string>) => office.presses(sv('posts.merge.show'), data);

    it('goes to another department: shown before, done once, and told once', async () => {
      const { organisationVersions: versions, unitMoves } = city.app;
      const [mine, kept] = [
        await sendsIdea(employee),
        await sendsIdea(employee, { title: 'Dold', confidential: 'true' }),
      ];
      await city.delivers();
      await opens();
      const shown = await shows({ units: 'HTN', department: 'MIL' });
      for (const line of ['En idé flyttas till Miljö. En av dem väntar på beslut.', 'Hemtjänst Norr', 'namnet är dolt'])
        expect(seenOn(shown)).toContain(line);
      expect(await versions.number()).toBe(1);

      const data = buttonsOf(shown.card).find(({ title }) => title === sv('posts.split.yes'))?.data ?? {};
      const presses = (key = data.idempotencyKey) =>
        office.presses({ verb: 'splitDepartment', data: { ...data, idempotencyKey: key } });
      for (const answer of await Promise.all([presses(), presses()]))
        expect(seenOn(answer)).toContain('Enheterna från Vård och omsorg hör nu till Miljö.');
      expect(await versions.number()).toBe(2);
      expect((await versions.events()).at(-1)).toMatchObject({ what: 'changed', about: 'split.VOO.MIL', why: 'chat' });
      expect(await unitMoves.list()).toHaveLength(1);
      // Somebody else of the office, who had seen the same card.
      expect(seenOn(await presses('0000000000000009'))).toContain(sv('posts.refusal.unknownUnit'));
      expect(await versions.number()).toBe(2);

      await follows();
      expect((await city.app.ideas.load(mine))?.idea).toMatchObject({ department: 'MIL', unit: 'HTN' });
      // That it moved would tell where somebody works whose name is kept.
      expect((await city.app.ideas.load(kept))?.idea).toMatchObject({ department: 'VOO', unit: 'HTN' });
      expect([told(leader), told(next), told(employee)]).toEqual([1, 1, 0]);
      expect(await unitMoves.list()).toEqual([]);
    });

    it('makes a new department with who leads and manages it, and merged back all is as before', async () => {
      const id = await sendsIdea(employee);
      const manager = await city.arrives('manager');
      await city.delivers();
      await opens();
      const people = { leaderEmail: addressOf('environmentLeader'), managerEmail: addressOf('manager') };
      const called = { placeName: 'Hemtjänst', placeNameEn: 'Home Care' };
      const shown = await shows({ units: 'HTN,HTS', ...called, ...people });
      for (const line of [
        '2 enheter går till Hemtjänst',
        'En idé flyttas till Hemtjänst.',
        'ingen delegation',
        next.name,
      ])
        expect(seenOn(shown)).toContain(line);
      expect(seenOn(await office.presses(sv('posts.split.yes')))).toContain('hör nu till Hemtjänst');
      const made = city.app.directory().departments.find(({ name }) => name.sv === 'Hemtjänst');
      expect(made?.units.map(({ code }) => code)).toEqual(['HTN', 'HTS']);
      expect([made?.leaders[0]?.email, made?.managers[0]?.email]).toEqual([people.leaderEmail, people.managerEmail]);

      await follows();
      expect((await city.app.ideas.load(id))?.idea.department).toBe(made?.code);
      const text = sv('note.unitsMoved.several', { from: 'Vård och omsorg', into: 'Hemtjänst' });
      const times = (person: Person) => summariesOf(person).filter((one) => one === text).length;
      expect([times(leader), times(next), times(manager), times(employee)]).toEqual([1, 1, 1, 0]);
      expect(seenOn(await next.says('min tur'))).toContain('Cykelpool');
      // Who has come to lead it has been welcomed to that.
      expect(summariesOf(next).filter((one) => one.includes('Hemtjänst'))).toEqual([text]);

      await office.says('ledare hemtjänst');
      for (const press of ['posts.change', 'posts.form.aliases', 'posts.form.merge'] as const)
        await office.presses(sv(press));
      await office.presses(sv('posts.merge.show'), { department: 'VOO', along: 'false' });
      await office.presses(sv('posts.merge.yes'));
      await follows();
      expect((await city.app.ideas.load(id))?.idea.department).toBe(made?.code);
      expect(seenOn(await leader.says('min tur'))).toContain('Cykelpool');
      expect(await known('employee')).toMatchObject({ department: 'VOO', unit: 'HTN' });
    });

    it('makes two of the only department that there is, where nothing else can be chosen', async () => {
      const { departments } = city.organisation();
      await city.takesIn({ ...city.organisation(), departments: departments.filter(({ code }) => code === 'VOO') });
      await follows();
      const form = await opens();
      expect(inputsOf(form.card).map(({ id }) => id)).not.toContain('department');
      expect(seenOn(form)).not.toContain('annan förvaltning');
      const people = { leaderEmail: addressOf('leader'), managerEmail: addressOf('manager') };
      await shows({ units: 'HTN', placeName: 'Hemtjänst', placeNameEn: 'Home Care', ...people });
      expect(seenOn(await office.presses(sv('posts.split.yes')))).toContain('hör nu till Hemtjänst');
      expect(city.app.directory().departments.map(({ name }) => name.sv)).toEqual(['Vård och omsorg', 'Hemtjänst']);
    });

    it('of two at the same moment the second is told, and none is done by half', async () => {
      const press = (idempotencyKey: string, units: string, department: string) => ({
        verb: 'splitDepartment',
        data: { idempotencyKey, from: 'VOO', units, department, sure: 'true' },
      });
      const [one, other] = await Promise.all([
        office.presses(press('0000000000000001', 'HTN', 'MIL')),
        office.presses(press('0000000000000002', 'HTN,HTS', 'SBK')),
      ]);
      const said = [seenOn(one), seenOn(other)];
      expect(said.filter((text) => text.includes('hör nu till'))).toHaveLength(1);
      expect(said.filter((text) => text.includes(sv('posts.refusal.unknownUnit')))).toHaveLength(1);
      expect(await city.app.organisationVersions.number()).toBe(2);
      const { directory } = city.app;
      const [first = '', second = ''] = ['HTN', 'HTS'].map((unit) => directory().unit(unit)?.department.code);
      // The form that comes back to whoever was second names departments too.
      expect([`${first} ${second}`, said[0]?.includes('hör nu till')]).toEqual(
        first === 'MIL' ? ['MIL VOO', true] : ['SBK SBK', false],
      );
    });

    it('counts what is still on its way, for another split and for a merge', async () => {
      const id = await sendsIdea(employee);
      const press = { verb: 'splitDepartment', data: { from: 'VOO', units: 'HTN', department: 'MIL' } };
      await office.presses({
        ...press,
        data: { ...press.data, idempotencyKey: '0000000000000001', sure: 'true' },
      });
      expect((await city.app.ideas.load(id))?.idea.department).toBe('VOO');
      const again = { from: 'MIL', units: 'HTN', department: 'VOO', idempotencyKey: '0000000000000002' };
      expect(seenOn(await office.presses({ verb: 'splitDepartment', data: again }))).toContain('En idé flyttas');
      const merge = { from: 'MIL', department: 'SBK', idempotencyKey: '0000000000000003' };
      expect(seenOn(await office.presses({ verb: 'mergeDepartment', data: merge }))).toContain('En idé');
    });

    it('says why it is not done, with the form and what was written', async () => {
      await opens();
      const people = { leaderEmail: addressOf('environmentLeader'), managerEmail: addressOf('manager') };
      const called = { placeName: 'Hemtjänst', placeNameEn: 'Home Care' };
      const nobody = { ...people, leaderEmail: 'ingen@annanstans.example' };
      for (const [data, why] of [
        [{ units: 'HTN' }, 'posts.refusal.splitIntoMissing'],
        [{ units: 'HTN', department: 'MIL', ...called }, 'posts.refusal.splitIntoMissing'],
        [{ units: 'HTN', ...called, ...people, placeNameEn: ' ' }, 'posts.refusal.placeNameMissing'],
        [{ units: 'HTN', ...called, ...people, placeName: '!!!' }, 'posts.refusal.placeNameMissing'],
        [{ units: 'HTN', ...called }, 'posts.refusal.splitPeopleMissing'],
        [{ units: 'HTN', ...called, ...nobody }, 'posts.refusal.unknownColleague'],
        [{ units: 'HTN', ...called, ...people, placeName: 'Miljö' }, 'posts.refusal.aliasTaken'],
      ] as const) {
        await opens();
        expect({ why, seen: seenOn(await shows(data)).includes(sv(why)) }).toEqual({ why, seen: true });
      }
      // What a client sends that asks for nothing, and what nobody knows.
      for (const [units, why] of [
        ['', 'posts.refusal.unitsMissing'],
        ['Hemtjänst Norr, Hemtjänst Öst', 'posts.refusal.unknownUnit'],
      ] as const) {
        const data = { idempotencyKey: '0000000000000001', from: 'VOO', units, department: 'MIL' };
        expect(seenOn(await office.presses({ verb: 'splitDepartment', data }))).toContain(sv(why));
      }
      expect(await city.app.organisationVersions.number()).toBe(1);
      // Nobody but the office does it, or sees the form.
      const press = {
        verb: 'splitDepartment',
        data: { idempotencyKey: '0123456789ABCDEF', from: 'VOO', units: 'HTN', department: 'MIL' },
      };
      for (const person of [employee, leader]) {
        expect((await person.presses(press)).message).toContain(
          sv('posts.refusal.onlyOffice', { office: 'Innovationskontoret' }),
        );
        const sure = { ...press, data: { ...press.data, sure: 'true' } };
        expect((await person.presses(sure)).message).toContain('Innovationskontoret');
      }
      expect(await city.app.organisationVersions.number()).toBe(1);
    });
  });
});
