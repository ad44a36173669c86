import { inputsOf } from '../../../../../testing/cards/card';
import { type City, days, startCity } from '../../../../../testing/scenes/city';
import { addressOf } from '../../../../../testing/scenes/city-people';
import {
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../../testing/scenes/told';
import type { Person } from '../../../../../testing/teams/person';

describe('"Gör direkt"', () => {
  let city: City;
  let leader: Person;
  let other: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    other = await city.arrives('otherLeader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  const doesNow = (inputs: Record<string, unknown> = {}) => choosesMore(leader, id, 'Gör direkt', inputs);
  const stored = async () => (await city.app.ideas.load(id))?.idea;

  it('asks who, oneself unless another is chosen, and until when, a week off', async () => {
    await pressesOn(leader, id, 'Fler val');
    const { card } = await pressesOn(leader, id, 'Gör direkt');
    const [doer, email, until] = inputsOf(card);
    expect(doer).toMatchObject({ id: 'person', value: 'me' });
    expect(JSON.stringify(doer)).toContain('Innovationsledare Äldreomsorg');
    expect(email).toMatchObject({ id: 'personEmail' });
    expect(until).toMatchObject({ id: 'until', value: '2026-12-03' });
  });

  it('by oneself begins at once, and the submitter hears who does it and until when', async () => {
    const answer = await doesNow({ until: '2026-12-01' });
    expect(seenOn(answer)).toContain(sv('notice.doingAsked.actor', { self: 'true', doer: '' }));
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.doingAsked.submitter', { self: 'true', who: leader.name, doer: '' }));
    expect(seenOn(told)).toContain('1 december');
    expect(await stored()).toMatchObject({ stage: 'doing', doer: { accepted: true }, answerBy: '2026-12-01' });
  });

  it('is ended by "Det är gjort" with one line', async () => {
    await doesNow();
    await pressesOn(leader, id, 'Det är gjort');
    await expect(pressesOn(leader, id, 'Det är gjort', {})).rejects.toThrow('"done" is required');
    await pressesOn(leader, id, 'Det är gjort', { done: 'Två cyklar är köpta.' });
    await city.delivers();
    expect(seenOn(cardAbout(employee, id))).toContain('Två cyklar är köpta.');
    expect(await stored()).toMatchObject({ stage: 'inUse', ending: { done: 'Två cyklar är köpta.' } });
  });

  it('by a colleague asks them, and they say yes', async () => {
    await doesNow({ person: addressOf('otherLeader') });
    await city.delivers();
    const asked = cardAbout(other, id);
    expect(seenOn(asked)).toContain(sv('notice.doingAsked.doer', { who: leader.name }));
    expect(titlesOn(asked).slice(0, 2)).toEqual(['Jag gör det', 'Jag kan inte']);
    const answer = await pressesOn(other, id, 'Jag gör det');
    expect(seenOn(answer)).toContain(sv('notice.doingAccepted.actor'));
    await city.delivers();
    expect(await gatheredFor(city, leader)).toContain(sv('notice.doingAccepted.leader', { who: other.name }));
    expect(titlesOn(cardAbout(other, id))).toContain('Det är gjort');
  });

  it('goes back to the leaders with the reason when the colleague cannot', async () => {
    await doesNow({ person: addressOf('otherLeader') });
    await city.delivers();
    await pressesOn(other, id, 'Jag kan inte');
    await pressesOn(other, id, 'Jag kan inte', { reason: 'Jag har semester.' });
    await city.delivers();
    const told = cardAbout(leader, id);
    expect(seenOn(told)).toContain(sv('notice.doingDeclined.deciders', { who: other.name }));
    expect(seenOn(told)).toContain('Jag har semester.');
    expect(titlesOn(told)[0]).toBe('Utforska idén');
    expect(await stored()).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' } });
    expect((await stored())?.doer).toBeUndefined();
  });

  it('by somebody who is named by e-mail and has not installed the bot waits for them to come', async () => {
    await doesNow({ personEmail: `Kollega${id}@Soderhamra.example` });
    await city.delivers();
    const late = city.teams.person({
      name: 'Demo Sen Kollega',
      email: `kollega${id.toLowerCase()}@soderhamra.example`,
    });
    await late.installs();
    await city.delivers();
    const asked = cardAbout(late, id);
    expect(seenOn(asked)).toContain(sv('notice.doingAsked.doer', { who: leader.name }));
    await pressesOn(late, id, 'Jag gör det');
    await city.delivers();
    expect(await gatheredFor(city, leader)).toContain(sv('notice.doingAccepted.leader', { who: late.name }));
  });

  it.each([
    ['an address that is none', { personEmail: 'inte en adress', until: '2026-12-03' }, 'refusal.unknownColleague'],
    ['a day that has passed', { until: '2026-11-25' }, 'refusal.dateNotAhead'],
    ['no day', { until: '' }, 'refusal.badDate'],
  ] as const)('refuses %s in the open panel and changes nothing', async (_what, inputs, reason) => {
    const before = await city.ideaRows();
    const { decisionVersion = 0 } = (await stored()) ?? {};
    const data = { verb: 'act', idea: id, decisionVersion, idempotencyKey: '0000000000000001', do: 'doNow', ...inputs };
    const answer = await leader.presses({ verb: 'act', data }, {}, { on: cardAbout(leader, id).activityId });
    expect(seenOn(answer)).toContain(sv(reason, { field: sv('field.until') }));
    expect(titlesOn(answer)).toEqual(['Gör direkt', 'Tillbaka']);
    expect(await city.ideaRows()).toEqual(before);
  });

  it('keeps what was chosen when it is refused', async () => {
    const { decisionVersion = 0 } = (await stored()) ?? {};
    const chosen = { person: addressOf('otherLeader'), personEmail: 'inte en adress', until: '2026-12-24' };
    const data = { verb: 'act', idea: id, decisionVersion, idempotencyKey: '0000000000000002', do: 'doNow', ...chosen };
    const { card } = await leader.presses({ verb: 'act', data }, {}, { on: cardAbout(leader, id).activityId });
    expect(Object.fromEntries(inputsOf(card).map((input) => [input.id, input.value]))).toEqual(chosen);
  });

  it('reminds the one who does it once the day has passed', async () => {
    await doesNow({ person: addressOf('otherLeader'), until: '2026-11-27' });
    await city.delivers();
    await pressesOn(other, id, 'Jag gör det');
    await city.delivers();
    // Friday's reminder comes on Monday.
    city.pass(days(4));
    await city.delivers();
    expect(summariesOf(other)).toContain(sv('notice.reminded.waitedFor'));
    expect(await gatheredFor(city, employee)).toContain(sv('notice.reminded.submitter', { role: 'doer' }));
    city.pass(-days(4));
  });
});
