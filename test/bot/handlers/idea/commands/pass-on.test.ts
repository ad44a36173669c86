import { inputsOf } from '../../../../../testing/cards/card';
import { type City, startCity } from '../../../../../testing/scenes/city';
import {
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
} from '../../../../../testing/scenes/everyday';
import type { Person } from '../../../../../testing/teams/person';

describe('"Skicka vidare"', () => {
  let city: City;
  let leader: Person;
  let environment: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    environment = await city.arrives('environmentLeader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  const passesOn = (inputs = {}) => choosesMore(leader, id, 'Skicka vidare', { department: 'MIL', ...inputs });
  const waitingIn = async (department: string) =>
    (await city.app.ideas.waiting(`leader.${department}`)).map((row) => row.id);
  const openIn = async (department: string) => (await city.app.ideas.open(department)).map((row) => row.id);

  it('offers every department but the idea’s own', async () => {
    const { card } = await pressesOn(leader, id, 'Skicka vidare');
    const choices = JSON.stringify(inputsOf(card).find((input) => input.id === 'department')?.choices);
    expect(choices).toContain('Söderhamra Hamn AB');
    expect(choices).not.toContain('Vård och omsorg');
  });

  it('moves the idea from one department’s lists to the other’s', async () => {
    expect(await waitingIn('VOO')).toContain(id);
    await passesOn();
    expect(await waitingIn('VOO')).not.toContain(id);
    expect(await openIn('VOO')).not.toContain(id);
    expect(await waitingIn('MIL')).toContain(id);
    expect(await openIn('MIL')).toContain(id);
  });

  it('shows the one who passes it on where it went, and lets them decide no more', async () => {
    const answer = await passesOn();
    expect(seenOn(answer)).toContain(sv('notice.passedOn.actor', { department: 'Miljö' }));
    expect(titlesOn(answer)).not.toContain('Utforska idén');
  });

  it('tells the new leaders with the reason, and they can decide', async () => {
    await passesOn({ reason: 'Det här rör miljötillsyn.' });
    await city.delivers();
    const told = cardAbout(environment, id);
    expect(seenOn(told)).toContain(sv('notice.passedOn.deciders', { who: leader.name, department: 'Miljö' }));
    expect(seenOn(told)).toContain('Det här rör miljötillsyn.');
    expect(seenOn(told)).toContain('Vård och omsorg');
    await pressesOn(environment, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ stage: 'exploring', department: 'MIL' });
  });

  it('tells the submitter who has it now, why, and until when they get an answer', async () => {
    await passesOn({ reason: 'Det här rör miljötillsyn.' });
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.passedOn.submitter', { who: leader.name, department: 'Miljö' }));
    expect(seenOn(told)).toContain('Det här rör miljötillsyn.');
    expect(seenOn(told)).toContain(sv('waits.for', { who: 'innovationsledaren för Miljö' }));
  });

  it.each([
    ['to its own department', 'VOO', 'refusal.sameDepartment'],
    ['to a department that is none', 'NOWHERE', 'refusal.unknownDepartment'],
  ] as const)('is refused %s, in the open panel with the reason kept', async (_what, department, refusal) => {
    const before = await city.ideaRows();
    const data = {
      verb: 'act',
      idea: id,
      decisionVersion: 1,
      idempotencyKey: '0000000000000003',
      do: 'passOn',
      department,
      reason: 'Därför',
    };
    const answer = await leader.presses({ verb: 'act', data }, {}, { on: cardAbout(leader, id).activityId });
    expect(seenOn(answer)).toContain(sv(refusal));
    expect(inputsOf(answer.card).find((input) => input.id === 'reason')?.value).toBe('Därför');
    expect(titlesOn(answer)).toEqual(['Skicka vidare', 'Tillbaka']);
    expect(await city.ideaRows()).toEqual(before);
  });

  it('refuses what the former leaders then press on their old card', async () => {
    await passesOn();
    const other = await city.arrives('otherLeader');
    const data = { verb: 'act', idea: id, decisionVersion: 1, idempotencyKey: '0000000000000004', do: 'explore' };
    const before = await city.ideaRows();
    const answer = await other.presses({ verb: 'act', data });
    expect(seenOn(answer)).toContain(sv('refusal.notAllowed'));
    expect(await city.ideaRows()).toEqual(before);
  });
});
