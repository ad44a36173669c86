import { type City, days, startCity } from '../../../../testing/scenes/city';
import {
  cardAbout,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';

describe('who may decide', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  const inputs = {
    question: 'Varför?',
    answer: 'Därför',
    reason: 'Nej',
    done: 'Klart',
    department: 'MIL',
    person: 'me',
    until: '2026-12-01',
  };
  const forged = (id: string, type: string, n = 0) => ({
    verb: 'act',
    data: { verb: 'act', idea: id, decisionVersion: 1, idempotencyKey: `00000000000000${10 + n}`, do: type, ...inputs },
  });
  // Who may not is in test/bot/rights.test.ts: everybody, everything.
  it('the innovation office may pass any idea on', async () => {
    await city.arrives('leader');
    const id = await sendsIdea(await city.arrives('employee'));
    await city.delivers();
    const office = await city.arrives('office');
    expect(seenOn(await office.presses(forged(id, 'passOn', 20)))).toContain(
      sv('notice.passedOn.actor', { department: 'Miljö' }),
    );
  });

  it('the submitter cannot decide on their own idea', async () => {
    await city.arrives('leader');
    const employee = await city.arrives('employee');
    const id = await sendsIdea(employee);
    await city.delivers();
    const before = await city.ideaRows();
    for (const [n, type] of (['explore', 'close', 'hide', 'doNow', 'passOn'] as const).entries()) {
      expect(seenOn(await employee.presses(forged(id, type, n)))).toContain(sv('refusal.ownIdea'));
    }
    expect(await city.ideaRows()).toEqual(before);
  });

  it('a leader’s own idea goes to the other leader, and the author cannot decide on it', async () => {
    const leader = await city.arrives('leader');
    const other = await city.arrives('otherLeader');
    await leader.says('idé');
    await leader.presses('Skicka idén', { problem: 'Ett problem', title: 'Ledarens idé' });
    await city.delivers();
    const id = /Idé (\w{6})/.exec(other.chat().at(-1)?.texts.join('\n') ?? '')?.[1] ?? '';
    expect(summariesOf(leader)).toHaveLength(2);
    expect(seenOn(await leader.presses(forged(id, 'explore')))).toContain(sv('refusal.ownIdea'));
    expect(titlesOn(await leader.says(id))).not.toContain('Utforska idén');
    expect(seenOn(await leader.says('min tur'))).not.toContain(id);
    await pressesOn(other, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('exploring');
  });

  it('an only leader’s own idea goes to the deputy, and the receipt says so', async () => {
    const leader = await city.arrives('environmentLeader');
    const deputy = city.teams.person({ name: 'Ersättare Miljö', email: 'ersattare.miljo@soderhamra.example' });
    await deputy.installs();
    await leader.says('idé');
    const receipt = await leader.presses('Skicka idén', { problem: 'Ett problem', title: 'Ledarens idé' });
    expect(seenOn(receipt)).toContain(sv('waits.for', { who: sv('waits.deputy', { department: 'Miljö' }) }));
    await city.delivers();
    await deputy.presses('Utforska idén');
    expect(seenOn(deputy.chat().at(-1) ?? { card: undefined })).toContain(
      sv('notice.explored.actor', { self: 'true', whom: '' }),
    );
  });

  it('an only leader’s own idea goes to the innovation office where there is no deputy', async () => {
    const leader = await city.arrives('rescueLeader');
    const office = await city.arrives('office');
    await leader.says('idé');
    const receipt = await leader.presses('Skicka idén', { problem: 'Ett problem', title: 'Ledarens idé' });
    expect(seenOn(receipt)).toContain(sv('waits.for', { who: 'Innovationskontoret' }));
    await city.delivers();
    await office.presses('Utforska idén');
    expect(seenOn(office.chat().at(-1) ?? { card: undefined })).toContain(
      sv('notice.explored.actor', { self: 'true', whom: '' }),
    );
  });

  it('where nobody in the department has installed the bot, the office gets the idea and the receipt says so', async () => {
    const office = await city.arrives('office');
    const employee = await city.arrives('employee');
    await employee.says('idé');
    const receipt = await employee.presses('Skicka idén', { problem: 'Ett problem', title: 'En idé' });
    expect(seenOn(receipt)).toContain('Ingen i Vård och omsorg kan nås här än.');
    expect(seenOn(receipt)).toContain(sv('waits.for', { who: 'Innovationskontoret' }));
    await city.delivers();
    await office.presses('Utforska idén');
    await city.delivers();
    expect(summariesOf(employee).at(-1)).toBe(
      sv('notice.explored.submitter', { who: office.name, self: 'true', whom: '' }),
    );
  });

  it('a leader who installs late gets the ideas that wait, and may decide on them', async () => {
    const employee = await city.arrives('employee');
    const ids = [await sendsIdea(employee), await sendsIdea(employee, { title: 'En till' })];
    await city.delivers();
    const leader = await city.arrives('leader');
    await city.delivers();
    for (const id of ids) expect(titlesOn(cardAbout(leader, id))).toContain('Utforska idén');
    await pressesOn(leader, ids[0] ?? '', 'Utforska idén');
    expect((await city.app.ideas.load(ids[0] ?? ''))?.idea.stage).toBe('exploring');
  });

  it('a leader who installs to many waiting ideas gets one card that sums them up', async () => {
    const employee = await city.arrives('employee');
    for (let n = 1; n <= 5; n++) await sendsIdea(employee, { title: `Idé nummer ${n}` });
    await city.delivers();
    const leader = await city.arrives('leader');
    await city.delivers();
    expect(leader.chat()).toHaveLength(2);
    for (let n = 1; n <= 5; n++) expect(leader.chat()[1]?.texts).toContain(`Idé nummer ${n}`);
  });

  it('a deputy acts while a leader is away, and not otherwise', async () => {
    const leader = await city.arrives('leader');
    const deputy = await city.arrives('deputy');
    const employee = await city.arrives('employee');
    await sendsIdea(employee, { title: 'Före' });
    await city.delivers();
    expect(deputy.chat()).toHaveLength(1);

    await leader.says('inställningar');
    await leader.presses('Spara', { awayUntil: '2026-11-30' });
    const during = await sendsIdea(employee, { title: 'Under' });
    await city.delivers();
    expect(titlesOn(cardAbout(deputy, during))).toContain('Utforska idén');
    expect(seenOn(await deputy.says('min tur'))).toContain('Före');
    expect(seenOn(await employee.says('innovationsledare'))).toContain(
      sv('leaders.away', { name: leader.name, day: '30 november', deputy: deputy.name }),
    );

    city.pass(days(5));
    const before = await city.ideaRows();
    expect(seenOn(await pressesOn(deputy, during, 'Utforska idén'))).toContain(sv('refusal.notAllowed'));
    expect(await city.ideaRows()).toEqual(before);
    const after = await sendsIdea(employee, { title: 'Efter' });
    await city.delivers();
    expect(() => cardAbout(deputy, after)).toThrow('sees no card');
  });
});
