import { type City, startCity } from '../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  usualIdea,
} from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

describe('what comes several times at once', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let other: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    other = await city.arrives('otherLeader');
    employee = await city.arrives('employee');
  });
  afterEach(() => city.stop());

  const types = async (id: string) => (await city.app.ideas.history(id)).map(({ type }) => type);

  it('is one idea when the same activity is delivered four times, and again with a new id', async () => {
    await employee.says('idé');
    const { activity } = await employee.presses('Skicka idén', { problem: ' ', title: 'Namn' });
    const { value } = activity;
    const whole = {
      ...activity,
      value: { ...value, action: { ...value.action, data: { ...value.action.data, ...usualIdea } } },
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => employee.delivers(whole)));
    answers.push(await employee.resends({ activity: whole }));
    expect(new Set(answers.map(idOn)).size).toBe(1);
    await city.delivers();
    expect(summariesOf(leader).filter((text) => text.startsWith('Ny idé'))).toHaveLength(1);
    expect([...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|'))).toHaveLength(1);
  });

  it('is one decision when the same press is delivered four times, and again with a new id', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const { activityId: on, card } = cardAbout(leader, id);
    expect(card).toBeDefined();
    const told = summariesOf(employee).length;
    const press = await pressesOn(leader, id, 'Fler val');
    const { data } = press.activity.value.action;
    const { decisionVersion = 0 } = (await city.app.ideas.load(id))?.idea ?? {};
    const explore = {
      ...data,
      verb: 'act',
      idea: id,
      decisionVersion,
      idempotencyKey: '00000000000000AB',
      do: 'explore',
    };
    const activity = {
      ...press.activity,
      replyToId: on,
      value: { ...press.activity.value, action: { ...press.activity.value.action, verb: 'act', data: explore } },
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => leader.delivers(activity)));
    answers.push(await leader.resends({ activity }));
    for (const answer of answers)
      expect(seenOn(answer)).toContain(sv('notice.explored.actor', { self: 'true', whom: '' }));
    await city.delivers();
    expect(await types(id)).toEqual(['submitted', 'explored']);
    expect(summariesOf(employee).slice(told)).toEqual([
      sv('notice.explored.submitter', { self: 'true', who: leader.name, whom: '' }),
    ]);
  });

  it('of fifty different decisions one wins, and the other forty-nine see it', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const { decisionVersion = 0 } = (await city.app.ideas.load(id))?.idea ?? {};
    const decisions = [
      { do: 'explore' },
      { do: 'ask', question: 'Hur många?' },
      { do: 'close', reason: 'Vi har redan en.' },
      { do: 'passOn', department: 'MIL' },
    ];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const idempotencyKey = `00000000000000${n.toString().padStart(2, '0')}`;
        const data = { verb: 'act', idea: id, decisionVersion, idempotencyKey, ...decisions[n % decisions.length] };
        return (n % 2 ? leader : other).presses({ verb: 'act', data }, {}, { on: '' });
      }),
    );
    const history = await city.app.ideas.history(id);
    expect(history).toHaveLength(2);
    const losers = answers.filter((answer) => seenOn(answer).includes(sv('refusal.stale')));
    expect(losers).toHaveLength(49);
    const stage = (await city.app.ideas.load(id))?.idea.stage ?? 'submitted';
    for (const answer of losers) expect(allOn(answer)).toContain(sv(`stage.${stage}`));
    await city.delivers();
    expect((await city.app.ideas.history(id)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});
