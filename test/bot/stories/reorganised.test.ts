import type { Contact, Organisation } from '../../../src/domain/organisation/organisation';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf, inhabitants } from '../../../testing/scenes/city-people';
import { cardAbout, seenOn, sendsIdea, summariesOf, sv } from '../../../testing/scenes/everyday';
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
