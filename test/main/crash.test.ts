import { killAllBots } from './bot-process';
import { Deployment } from './deployment';
import type { Fits, StorageRequest } from './storage-gate';

// The bot is killed with SIGKILL at each step between an idea's receipt and its card at the leader's: storage or Teams is
// shut off from it just there. Whatever was acknowledged is there after the next start.
describe('a bot that is killed', () => {
  let town: Deployment;

  beforeAll(async () => {
    town = await Deployment.open();
    const bot = await town.start();
    await town.arrive();
    await bot.stop();
  }, 60_000);

  afterEach(async () => {
    await killAllBots();
    town.gate.reopen();
  });

  afterAll(() => town.close(), 30_000);

  const names =
    (what: string): Fits =>
    ({ path, body }: StorageRequest) =>
      path.includes(what) || body.includes(what);
  const all =
    (method: string, ...fits: Fits[]): Fits =>
    (request) =>
      request.method === method && fits.every((fit) => fit(request));
  /** The transaction that the receipt speaks of. */
  const submission = all('POST', names('"outbox|'));

  it.each<[moment: string, at: Fits]>([
    ['reads what is owed', all('GET', names("'outbox|"))],
    ['writes down whom to tell', all('POST', names('/Deliveries'))],
    ['takes the event from the outbox', all('DELETE', names("'outbox|"))],
    ['wakes the sender', all('POST', names('/wake-ups/messages'))],
    ['reads what to send', all('GET', names('/Deliveries(PartitionKey'))],
    ['claims what it sends', all('PUT', names('/Deliveries('))],
  ])(
    'when it %s loses no idea and brings the leader one card',
    async (moment, at) => {
      const title = `Cykelpool: ${moment}`;
      const bot = await town.start();
      const shut = town.gate.shutAt(at, { after: submission });
      await town.submits(title);
      await shut;
      await bot.kill();
      expect(town.leaderHas(title)).toBe(0);

      town.gate.reopen();
      const next = await town.start();
      await town.leader.waitsFor(title, { within: 20_000 });
      await town.employee.says('mina idéer');
      await town.employee.waitsFor(title);
      await next.stop();
      expect(town.leaderHas(title)).toBe(1);
      expect((await town.rows('Ideas')).filter(({ rowKey }) => String(rowKey).startsWith('outbox|'))).toEqual([]);
    },
    60_000,
  );
});
