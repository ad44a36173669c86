import { tellOfPassedPosts } from '../../../src/delivery/idea/passed-posts';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf, type CityRole } from '../../../testing/scenes/city-people';
import { seenOn, sendsIdea, summariesOf, sv } from '../../../testing/scenes/everyday';
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
});
