import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { seenOn, sv } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

/** A municipality of one department: all are asked, there is one result, and it is asked every second year. */
describe('the yearly question in a small municipality', () => {
  let city: City;
  let office: Person;
  let leader: Person;
  let staff: Person[];
  beforeAll(async () => {
    const organisation = exampleOrganisation();
    city = await startCity({
      now: '2026-10-05T07:00:00.000Z',
      organisation: {
        ...organisation,
        measuring: { negotiated: '2026-03-02', decision: 'KS 2026/112' },
        departments: organisation.departments
          .filter(({ code }) => code === 'VOO')
          .map((one) => ({ ...one, headcount: 90 })),
      },
    });
    [office, leader] = [await city.arrives('office'), await city.arrives('leader')];
    staff = Array.from({ length: 8 }, (_, n) =>
      city.teams.person({ name: `Demo ${n}`, email: `liten${n}@soderhamra.example`, locale: 'sv-SE' }),
    );
    for (const person of staff) {
      await person.installs();
      await person.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'VOO' } });
    }
  });
  afterAll(() => city.stop());

  const begins = () => office.presses({ verb: 'beginSurvey', data: { verb: 'beginSurvey' } });
  const isAsked = (person: Person): boolean =>
    person.chat().some((bubble) => bubble.card !== undefined && seenOn(bubble).includes(sv('capability.heading')));

  it('asks everybody, and nobody more than three times', async () => {
    await begins();
    await city.delivers();
    for (let week = 0; week < 3; week++) {
      city.pass(days(7));
      await city.delivers();
    }
    expect(staff.filter(isAsked)).toHaveLength(8);
    for (const person of staff) {
      const times = person.chat().filter((bubble) => seenOn(bubble).includes(sv('capability.heading'))).length;
      expect(times).toBeLessThanOrEqual(3);
    }
  });

  it('shows one result from seven answers, and to whom it is one press away', async () => {
    const [last, ...others] = staff;
    const answers = { verb: 'sendAnswers', data: { verb: 'sendAnswers', year: '2026', s0: '4', s5: '0' } };
    expect(seenOn(await (last as Person).presses({ ...answers, data: { ...answers.data, year: '2025' } }))).toContain(
      sv('capability.over'),
    );
    city.pass(-days(2));
    for (const person of others) expect(seenOn(await person.presses(answers))).toContain(sv('capability.thanks'));
    city.pass(days(5));
    await city.delivers();
    await city.delivers();
    const page = await leader.presses({ verb: 'capability', data: { verb: 'capability', department: 'VOO' } });
    for (const line of ['7 svar 2026', sv('capability.promise.heading')])
      expect(JSON.stringify(page.card)).toContain(line);
    expect(JSON.stringify(page.card)).not.toContain(sv('figures.tab.everywhere'));
  });

  it('is asked again in the second year, not in the next', async () => {
    city.pass(days(345));
    await begins();
    expect(await city.app.capability.rounds()).toHaveLength(1);
    city.pass(days(365));
    await begins();
    expect((await city.app.capability.rounds()).map(({ year }) => year)).toEqual(['2028', '2026']);
  });
});
