import { type City, startCity } from '../../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('decisions that meet', () => {
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

  const events = async () => (await city.app.ideas.history(id)).map(({ type }) => type);
  const noticesSince = (before: number) => summariesOf(employee).slice(before);

  it('a double-clicked "Utforska idén" has one effect, one event and one notice', async () => {
    const before = summariesOf(employee).length;
    const answers = await Promise.all([pressesOn(leader, id, 'Utforska idén'), pressesOn(leader, id, 'Utforska idén')]);
    for (const answer of answers)
      expect(seenOn(answer)).toContain(sv('notice.explored.actor', { self: 'true', whom: '' }));
    await city.delivers();
    expect(await events()).toEqual(['submitted', 'explored']);
    expect(noticesSince(before)).toEqual([
      sv('notice.explored.submitter', { who: leader.name, self: 'true', whom: '' }),
    ]);
  });

  it('a press that Teams sends again under a new activity id gets the same answer', async () => {
    const first = await pressesOn(leader, id, 'Utforska idén');
    const again = await leader.resends(first);
    expect(seenOn(again)).toContain(sv('notice.explored.actor', { self: 'true', whom: '' }));
    expect(await events()).toEqual(['submitted', 'explored']);
  });

  it('a press that is sent again after the idea has moved on still changes nothing', async () => {
    await pressesOn(leader, id, 'Ställ en fråga');
    const asked = await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await city.delivers();
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tio.' });
    await leader.resends(asked);
    expect(await events()).toEqual(['submitted', 'asked', 'answered']);
  });

  it('of two leaders’ different decisions one counts; the other sees what was decided and by whom', async () => {
    await pressesOn(other, id, 'Avsluta');
    const before = summariesOf(employee).length;
    const answers = await Promise.all([
      pressesOn(leader, id, 'Utforska idén'),
      pressesOn(other, id, 'Avsluta', { reason: 'Vi har redan en pool.' }),
    ]);
    await city.delivers();
    const [, decided, ...more] = await events();
    expect(more).toEqual([]);
    const [winner, loser, kept] =
      decided === 'explored' ? [leader, answers[1], 'explored'] : [other, answers[0], 'closed'];
    expect(decided).toBe(kept);
    expect(seenOn(loser)).toContain(sv('refusal.stale'));
    expect(allOn(loser)).toContain(winner.name);
    expect(seenOn(loser)).toContain(sv(decided === 'explored' ? 'stage.exploring' : 'stage.closed'));
    expect(noticesSince(before)).toHaveLength(1);
  });

  it('of eight different presses on one card at the same moment one counts', async () => {
    const { decisionVersion = 0 } = (await city.app.ideas.load(id))?.idea ?? {};
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => {
        const data = {
          verb: 'act',
          idea: id,
          decisionVersion,
          idempotencyKey: `000000000000001${n}`,
          do: 'close',
          reason: `Skäl ${n}`,
        };
        return (n % 2 ? leader : other).presses({ verb: 'act', data }, {}, { on: '' });
      }),
    );
    expect(await events()).toEqual(['submitted', 'closed']);
    const refused = answers.filter((answer) => seenOn(answer).includes(sv('refusal.stale')));
    expect(refused).toHaveLength(7);
  });

  it('a stale card is refused kindly with the present state and its buttons', async () => {
    await pressesOn(other, id, 'Ställ en fråga');
    await pressesOn(other, id, 'Skicka frågan', { question: 'Hur många?' });
    const answer = await pressesOn(leader, id, 'Utforska idén');
    expect(seenOn(answer)).toContain(sv('refusal.stale'));
    expect(seenOn(answer)).toContain('Hur många?');
    expect(allOn(answer)).toContain(other.name);
    expect(await events()).toEqual(['submitted', 'asked']);
    expect(titlesOn(answer)).toContain('Utforska idén');
    await pressesOn(leader, id, 'Utforska idén');
    expect(await events()).toEqual(['submitted', 'asked', 'explored']);
  });

  it('withdrawn and decided at the same moment, it ends as one of them', async () => {
    await pressesOn(employee, id, 'Dra tillbaka');
    await Promise.all([pressesOn(employee, id, 'Dra tillbaka'), pressesOn(leader, id, 'Utforska idén')]);
    const history = await events();
    expect([
      ['submitted', 'withdrawn'],
      ['submitted', 'explored', 'withdrawn'],
    ]).toContainEqual(history);
  });

  it('a card that changed in the chat is not drawn again for the one who decided in it', async () => {
    await choosesMore(leader, id, 'Avsluta', { reason: 'Vi har redan en pool.' });
    const { activityId } = cardAbout(leader, id);
    await city.delivers();
    const [post] = city.connector.sent(leader.conversationId).filter((one) => one.id === activityId);
    expect(post?.updates).toEqual([]);
  });
});
