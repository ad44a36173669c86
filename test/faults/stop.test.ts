import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { until } from '../../testing/processes/until';
import { forever, hangs } from '../../testing/teams/misbehaviour';

describe('a bot that is asked to stop while Teams does not answer', () => {
  let town: Deployment;
  beforeAll(async () => {
    town = await Deployment.open();
  });
  afterEach(killAllBots);
  afterAll(() => town?.close());

  it('ends within the twenty seconds that it is given, and what it had in hand is owed once more, ten minutes later', async () => {
    const bot = await town.start();
    await town.arrive();
    const toLeader = ({ conversationId }: { conversationId: string }) => conversationId === town.leader.conversationId;
    const mend = town.connector.misbehave(toLeader, forever(hangs()));
    const before = town.connector.requests.filter(toLeader).length;
    await town.submits('Lånecyklar till alla');
    await until(() => town.connector.requests.filter(toLeader).length > before, { what: 'the card to be on its way' });
    bot.signal('SIGTERM');
    // The bot ends itself with 1 when the twenty seconds are over.
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    const rows = (await town.rows('Deliveries')).filter(({ kind, unknown }) => kind === 'notice' && unknown === 1);
    expect(rows).toMatchObject([{ state: 'owed', asks: true, onceMore: true }]);
    const [row] = rows;
    expect(Date.parse(String(row?.due)) - Date.parse(String(row?.at))).toBe(600_000);

    mend();
    await town.waitsAreOver();
    await town.start();
    await town.leader.waitsFor('Lånecyklar till alla', { within: 60_000 });
  });
});
