import { adviceOn, checkOrganisation } from '../../src/domain/organisation/organisation-file';
import { addDays } from '../../src/domain/time';
import { buttonsOf } from '../../testing/cards/card';
import { type City, startCity } from '../../testing/scenes/city';
import { addressOf, type CityRole, inhabitants } from '../../testing/scenes/city-people';
import { allOn, cardAbout, en, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../testing/scenes/everyday';
import { explored, fills, following, planned, stepsOn } from '../../testing/scenes/told';
import type { Person } from '../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'chief';

const contact = (role: CityRole, title: string) => ({ name: inhabitants[role].name, email: addressOf(role), title });
const leader = contact('leader', 'Utvecklare');
const chief = contact('manager', 'Kommunchef');
const undivided = { code: 'KOM', name: 'Kommunen', headcount: 500 };

type File = { departments?: object[] } & Record<string, unknown>;
const inDepartment = (file: File, more: object): File => ({
  ...file,
  departments: [{ ...file.departments?.[0], ...more }],
});

/** What somebody writes who reads what the check says, from the first line down: what is asked, and nothing else. */
const answers: readonly [asked: RegExp, answer: (file: File) => File][] = [
  [
    /^municipality: .*write an object in \{ \} with name\.$/,
    (file) => ({ ...file, municipality: { name: 'Ortens kommun' } }),
  ],
  [/^departments: This is missing: write a list/, (file) => ({ ...file, departments: [] })],
  [/^departments: .* with code, name and headcount/, (file) => ({ ...file, departments: [undivided] })],
  [/^lastResort: .*often the leader/, (file) => ({ ...file, lastResort: leader })],
  [
    /^departments\[0\]: .* can decide here.*add a leader, a deputy/,
    (file) => inDepartment(file, { leaders: [leader], deputies: [chief] }),
  ],
  [/^departments\[0\]: .* on money here.*add a manager/, (file) => inDepartment(file, { managers: [chief] })],
  [
    /^departments\[0\]\.delegation: /,
    (file) => inDepartment(file, { delegation: 'Delegationsordning 2026, punkt 2.1' }),
  ],
];

/** The organisation that comes of an empty file by answering what each check says. */
function setUp() {
  let file: File = {};
  const asked: string[] = [];
  for (let check = 0; check < 10; check++) {
    const checked = checkOrganisation(file);
    const lines = checked.ok
      ? adviceOn(checked.organisation)
      : checked.faults.map(({ path, message }) => `${path}: ${message}`);
    if (checked.ok && lines.length === 0) return { organisation: checked.organisation, asked };
    const [line = ''] = lines;
    const answer = answers.find(([question]) => question.test(line));
    if (!answer) throw new Error(`No answer to: ${line}`);
    asked.push(line);
    file = answer[1](file);
  }
  throw new Error(`Still asked: ${asked.join('\n')}`);
}

describe('a municipality of 500 employees', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  const shown: string[] = [];
  beforeAll(async () => {
    city = await startCity({ organisation: setUp().organisation });
    people = { submitter: city.person('employee'), leader: city.person('leader'), chief: city.person('manager') };
    for (const person of Object.values(people)) await person.installs();
    story = following(city, people);
    await story.news();
  });
  afterAll(() => city.stop());

  /** Every press that a card offers, opened, so that what stands behind it is seen too. */
  async function opensAll(person: Person, words: string): Promise<void> {
    const { card } = await person.says(words);
    shown.push(allOn({ card }));
    for (const button of buttonsOf(card).filter(({ verb }) => verb === 'panel')) {
      shown.push(allOn(await person.presses(button)));
    }
    await person.says(words);
  }

  it('is set up from an empty file by answering what the check asks, one line at a time', () => {
    const { organisation, asked } = setUp();
    expect(asked).toHaveLength(answers.length);
    expect(organisation).toMatchObject({
      innovationOffice: [],
      lastResort: leader,
      departments: [
        { ...undivided, name: { sv: 'Kommunen' }, leaders: [leader], deputies: [chief], managers: [chief] },
      ],
    });
  });

  it('asks nobody where they work, and shows each of them their leader at once', async () => {
    const { submitter } = people;
    expect(seenOn(await submitter.says('innovationsledare'))).toContain(leader.name);
    expect(titlesOn(await submitter.says('innovationsledare'))).not.toContain(sv('button.search'));
    expect(allOn(await submitter.says('inställningar'))).not.toContain(sv('settings.place'));
    expect(allOn(await submitter.says('idé'))).not.toContain(sv('field.department'));
    id = await sendsIdea(submitter);
    expect(await story.idea(id)).toMatchObject({ department: 'KOM', waiting: { for: 'deciders' } });
  });

  it('is led by one and paid by the head of the administration, all the way into use', async () => {
    const { submitter, leader: leads, chief: pays } = people;
    await city.delivers();
    await opensAll(leads, id);
    await pressesOn(leads, id, 'Utforska idén', { person: 'submitter' });
    await city.delivers();
    await pressesOn(submitter, id, sv('button.acceptDriving'));
    await fills(submitter, id, ...explored);
    await pressesOn(submitter, id, sv('button.plan'));
    const today = city.now().slice(0, 10);
    await fills(submitter, id, ...planned('4 000', today, addDays(today, 30)));
    await pressesOn(submitter, id, sv('button.submitPlan'));
    await city.delivers();
    await opensAll(leads, id);
    await pressesOn(leads, id, sv('button.approvePlan'));
    await city.delivers();
    expect(await story.idea(id)).toMatchObject({ money: { asked: 4000, funder: 'manager' } });
    await pressesOn(pays, id, sv('button.grant'));
    await city.delivers();
    await opensAll(submitter, id);
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);

    city.pass(31 * 86_400_000);
    await city.delivers();
    await submitter.says(id);
    const result = await pressesOn(submitter, id, sv('button.fillNext', { part: sv('idea.need.result') }));
    expect(allOn(result)).not.toMatch(new RegExp(sv('option.scale'), 'i'));
    await pressesOn(submitter, id, 'Spara', {
      outcome: 'Från 30 till 8.',
      learned: 'Dubbdäck behövs.',
      recommendation: 'here',
    });
    await fills(submitter, id, ['used', { used: '3 500' }]);
    await pressesOn(submitter, id, 'Skicka resultatet');
    await city.delivers();
    await opensAll(leads, id);
    expect(stepsOn(cardAbout(leads, id))[0]).toBe('Bara hos oss');
    await pressesOn(leads, id, 'Bara hos oss');
    await pressesOn(leads, id, 'Bara hos oss');
    expect((await story.idea(id)).stage).toBe('inUse');
    await city.delivers();
    await opensAll(leads, id);
    const { card } = cardAbout(submitter, id);
    expect(allOn({ card })).toContain('Dina kollegor kan läsa om den.');
    shown.push(allOn({ card }));
    const week = allOn(await leads.says('veckan'));
    expect(week).toContain('Används nu');
    // Nor is the only place a list of one: it is the municipality.
    expect(week.split('\n')).toContain('Ortens kommun');
    expect(week).not.toMatch(/Kommunen · 500|Används i/);
    shown.push(week);
  });

  it('speaks of no other department in either language', () => {
    for (const [say, others] of [
      [sv, /förvaltningar|hos oss och/],
      [en, /departments|our department/],
    ] as const)
      for (const key of [
        'notice.usedHere.submitter.next',
        'option.here',
        'panel.need.text',
        'panel.useHere.text',
        'term.department',
        'term.scaling',
        'week.decision.usedHere',
      ] as const) {
        expect(say(key, { alone: 'true', place: 'Kommunen', department: 'Kommunen' })).not.toMatch(others);
      }
    // Who somebody is needs no name of the only place there is.
    for (const say of [sv, en])
      for (const key of [
        'waits.leaderAlone',
        'waits.deputyAlone',
        'waits.funderAlone',
        'notice.why.deciders',
        'notice.why.managers',
      ] as const)
        expect(say(key, { alone: 'true', count: 1, department: 'Kommunen' })).not.toContain('Kommunen');
  });

  it('offers nothing that needs another department, and no list of one', async () => {
    await sendsIdea(people.submitter, {
      title: 'Ljus i cykelrummet',
      problem: 'Det är mörkt i cykelrummet på kvällen.',
    });
    await city.delivers();
    const queue = await people.leader.says('min tur');
    expect(titlesOn(queue)).toContain(sv('button.severalToClose'));
    shown.push(allOn(queue), allOn(await people.leader.presses(sv('button.severalToClose'))));
    shown.push(allOn(await people.leader.says('sök cykel')), allOn(await people.chief.says('hjälp')));
    for (const asked of ['vad betyder införs?', 'vad betyder förvaltning?'])
      shown.push(allOn(await people.submitter.says(asked)));
    const said = shown.join('\n');
    expect(said).not.toMatch(/(innovationsledaren|ersättaren|chefen|idéer) för Kommunen/);
    expect(said).toContain(sv('term.department', { alone: 'true', place: 'none' }));
    expect(said).toContain(sv('term.scaling', { alone: 'true' }));
    expect(said).not.toMatch(/fler förvaltningar|andra förvaltningar|vilka förvaltningar/i);
    for (const never of [
      'button.passOn',
      'button.concern',
      'button.invite',
      'button.scale',
      'search.department',
      'queue.several.department',
      'field.department.missing',
    ] as const) {
      for (const seen of shown) expect(seen.split('\n')).not.toContain(sv(never));
    }
    expect(shown.join('\n')).toContain(sv('help.onePlace.settings'));
  });
});
