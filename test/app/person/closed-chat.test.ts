import type { Person } from '../../../src/domain/person/person';
import { eventRun } from '../../../src/store/keys';
import { days, Town } from '../../../testing/scenes/town';
import { type ForbiddenCode, forbidden, forever, notFound } from '../../../testing/teams/misbehaviour';

describe('a chat that refuses messages', () => {
  let town: Town;
  let submitter: Person;
  let leader: Person;
  beforeEach(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  const refuses = (code: ForbiddenCode = 'ConversationBlockedByUser') =>
    town.connector.misbehave(({ kind }) => kind === 'post', forever(forbidden(code)));
  const posts = () => town.connector.requests.length;
  const rowOf = ({ id }: { id: string }) => town.parts().deliveries.get({ person: leader.ref, run: eventRun(id, 1) });
  const refusedOn = async () => (await town.read('leader')).refusedOn;

  it.each(['ConversationBlockedByUser', 'BotNotInConversationRoster', 'MessageWritesBlocked'] as const)(
    'with %s counts a day once, however many messages it refuses that day',
    async (code) => {
      refuses(code);
      const deliveries = town.deliveries();
      const ideas = [await town.submits(submitter), await town.submits(submitter), await town.submits(submitter)];
      await deliveries.tick();
      await town.submits(submitter);
      await deliveries.tick();
      expect(posts()).toBe(4);
      expect(await refusedOn()).toEqual(['2026-11-24']);
      for (const idea of ideas) expect(await rowOf(idea)).toMatchObject({ state: 'owed', reason: `403 ${code}` });
    },
  );

  it('on three days is closed: what is owed waits for the person, and new messages are not tried', async () => {
    refuses();
    const deliveries = town.deliveries();
    const first = await town.submits(submitter);
    for (let day = 0; day < 3; day++) {
      await deliveries.tick();
      town.pass(days(1));
    }
    expect(await rowOf(first)).toMatchObject({ state: 'unreachable', reason: '403 ConversationBlockedByUser' });
    const before = posts();
    const second = await town.submits(submitter);
    await deliveries.tick();
    expect(posts()).toBe(before);
    expect(await rowOf(second)).toMatchObject({ state: 'unreachable', reason: 'chat refuses messages' });
    const [card] = (await town.app.people.contacts(['leader@example.org'])).values();
    expect(card).toMatchObject({ installed: false });
  });

  it('that is closed is tried again after a week, and all that waited comes when it takes messages', async () => {
    const mend = refuses();
    const deliveries = town.deliveries();
    await town.submits(submitter, 'VOO', 'Den första');
    for (let day = 0; day < 3; day++) {
      await deliveries.tick();
      town.pass(days(1));
    }
    mend();
    town.pass(days(6));
    await town.submits(submitter, 'VOO', 'Den andra');
    await deliveries.tick();
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(2);
    expect(await refusedOn()).toBeUndefined();
  });

  it('counts from the beginning when it has taken a message in between', async () => {
    const deliveries = town.deliveries();
    for (let day = 0; day < 5; day++) {
      town.connector.misbehave(({ kind }) => kind === 'post', [notFound()]);
      await town.submits(submitter, 'VOO', `Idé ${day}`);
      await deliveries.tick();
      town.pass(days(1));
      await deliveries.tick();
    }
    // What was refused on Friday and on Saturday is tried again on Monday.
    town.pass(days(1));
    await deliveries.tick();
    const ideas = town.says('leader').filter((text) => text.startsWith('Ny idé'));
    expect(ideas).toHaveLength(5);
    // Monday's card tells of the week.
    expect(town.says('leader')).toHaveLength(6);
    expect(await refusedOn()).toBeUndefined();
  });
});
