import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createBot } from '../../src/bot/bot';
import { createServices } from '../../src/create-services';
import { createDeliveries } from '../../src/delivery/deliveries';
import { createServer } from '../../src/http/server';
import { openStorage } from '../../src/store/storage';
import { upload } from '../../src/teams/files/upload';
import { createEndpoint } from '../../src/teams/incoming/endpoint';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { minutes } from '../../testing/scenes/city';
import { addressOf, type CityRole, inhabitants } from '../../testing/scenes/city-people';
import { cardAbout, pressesOn, sendsIdea } from '../../testing/scenes/everyday';
import { roundTripsTo } from '../../testing/storage/round-trips';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage';
import { startConnector } from '../../testing/teams/connector';
import type { Person } from '../../testing/teams/person';
import { Teams } from '../../testing/teams/teams';

/**
 * How many times a turn waits for storage, one time after the other, at most. Requests at the same time are one round
 * trip. `warm` is somebody who wrote within the last half minute, `cold` somebody who has to be read first.
 */
describe('storage round trips of a turn', () => {
  let bot: Awaited<ReturnType<typeof startBotAlone>>;
  let employee: Person;
  let leader: Person;
  let deputy: Person;
  let id: string;
  beforeAll(async () => {
    bot = await startBotAlone();
    [leader, deputy, employee] = [
      await bot.arrives('leader'),
      await bot.arrives('deputy'),
      await bot.arrives('employee'),
    ];
    await bot.arrives('otherLeader');
  });
  beforeEach(async () => {
    id = await sendsIdea(employee);
    await leader.says(id);
  });
  afterAll(() => bot.stop());

  const turns: [string, { warm: number; cold: number }, () => Promise<() => Promise<unknown>>][] = [
    ['help', { warm: 0, cold: 1 }, async () => () => employee.says('hjälp')],
    ['the form', { warm: 0, cold: 1 }, async () => () => employee.says('idé')],
    ['settings', { warm: 0, cold: 1 }, async () => () => employee.says('inställningar')],
    ['the innovation leaders', { warm: 1, cold: 2 }, async () => () => employee.says('innovationsledare')],
    ['free text', { warm: 1, cold: 2 }, async () => () => employee.says('Fler cyklar till oss')],
    ['a question', { warm: 1, cold: 2 }, async () => () => employee.says('Kan jag vara anonym?')],
    ['how an idea is doing', { warm: 2, cold: 3 }, async () => () => employee.says('Hur går det med min idé?')],
    ['the right door', { warm: 1, cold: 2 }, async () => () => employee.says('Skrivaren är trasig')],
    ['status', { warm: 2, cold: 2 }, async () => () => employee.says(`status ${id}`)],
    ['a leader’s status', { warm: 2, cold: 2 }, async () => () => leader.says(id)],
    ['my ideas', { warm: 2, cold: 2 }, async () => () => employee.says('mina idéer')],
    ['my turn', { warm: 2, cold: 3 }, async () => () => leader.says('min tur')],
    [
      'submit',
      { warm: 2, cold: 3 },
      async () => {
        await employee.says('idé');
        return () => employee.presses('Skicka idén', { problem: 'Ett problem', title: 'En idé' });
      },
    ],
    ['explore', { warm: 2, cold: 2 }, async () => () => pressesOn(leader, id, 'Utforska idén')],
    [
      'ask',
      { warm: 2, cold: 2 },
      async () => {
        await pressesOn(leader, id, 'Ställ en fråga');
        return () => pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
      },
    ],
    [
      'close',
      { warm: 2, cold: 2 },
      async () => {
        await pressesOn(leader, id, 'Avsluta');
        return () => pressesOn(leader, id, 'Avsluta', { reason: 'Nej' });
      },
    ],
    [
      'pass on',
      { warm: 2, cold: 3 },
      async () => {
        await pressesOn(leader, id, 'Skicka vidare');
        return () => pressesOn(leader, id, 'Skicka vidare', { department: 'MIL' });
      },
    ],
    [
      'do it now by a colleague',
      { warm: 2, cold: 3 },
      async () => {
        await pressesOn(leader, id, 'Fler val');
        await pressesOn(leader, id, 'Gör direkt');
        return () => pressesOn(leader, id, 'Gör direkt', { person: addressOf('otherLeader') });
      },
    ],
    [
      'withdraw',
      { warm: 2, cold: 2 },
      async () => {
        await employee.says(id);
        await pressesOn(employee, id, 'Dra tillbaka');
        return () => pressesOn(employee, id, 'Dra tillbaka');
      },
    ],
    [
      'a stale card',
      { warm: 3, cold: 3 },
      async () => {
        await bot.somebodyElseExplores(id);
        return () => pressesOn(leader, id, 'Utforska idén');
      },
    ],
    [
      'a deputy’s status',
      { warm: 2, cold: 2 },
      async () => {
        await deputy.says('hjälp');
        return () => deputy.says(id);
      },
    ],
  ];

  it.each(turns)('%s: %j', async (_what, budget, prepare) => {
    const act = await prepare();
    const warm = await bot.counts(act);
    id = await sendsIdea(employee);
    await leader.says(id);
    const again = await prepare();
    bot.pass(minutes(1));
    const cold = await bot.counts(again);
    expect({ warm, cold }).toEqual(budget);
  });
});

/** The bot without deliveries, whose own traffic is not a turn's. */
async function startBotAlone() {
  let now = Date.parse('2026-11-26T09:00:00.000Z');
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  const organisation = exampleOrganisation();
  const runtime = {
    identity: { kind: 'none' } as const,
    organisation: () => organisation,
    storage,
    now: () => new Date(now).toISOString(),
    random: (size: number) => randomBytes(size),
    log: { info() {}, warn() {}, error: (_what: object, message: string) => errors.push(message) },
  };
  const errors: string[] = [];
  const { app, contextFor, teams: port } = createServices(runtime);
  const deliveries = createDeliveries({ app, storage, teams: port, context: contextFor, log: runtime.log });
  const bot = createBot({
    ...app,
    ...runtime,
    contextFor,
    teams: port,
    upload,
    // Nobody waits for these: they come after the answer.
    sentCards: { ...app.sentCards, async put() {} },
    kick() {},
    async arriving() {},
    async installed() {},
    welcome: deliveries.welcome,
    oweReceipt: deliveries.oweReceipt,
    async remember() {},
    called() {},
  });
  const endpoint = createEndpoint({ ...runtime, bot, teams: port, called() {}, now: () => now });
  const server = createServer({ bot: endpoint, ready: async () => {}, log: runtime.log });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const connector = await startConnector();
  const botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const teams = new Teams({ connector, botUrl });
  const counts = roundTripsTo([storage.ideas, storage.people]);

  async function arrives(role: CityRole): Promise<Person> {
    const person = teams.person({ name: inhabitants[role].name, email: addressOf(role) });
    await person.installs();
    if (role === 'employee') await person.presses('Välj', { department: 'VOO' });
    return person;
  }

  return {
    arrives,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    counts,
    async somebodyElseExplores(id: string): Promise<void> {
      const other = await arrives('otherLeader');
      await other.says(id);
      await other.presses('Utforska idén', {}, { on: cardAbout(other, id).activityId });
    },
    async stop(): Promise<void> {
      server.close();
      server.server.closeAllConnections();
      await connector.stop();
      expect(errors).toEqual([]);
    },
  };
}
