import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import { createBot } from '../../../src/bot/bot';
import { createServices } from '../../../src/create-services';
import { assemble, createDeliveries } from '../../../src/delivery/deliveries';
import { createFollower } from '../../../src/delivery/following/follower';
import type { Organisation } from '../../../src/domain/organisation/organisation';
import type { Instant } from '../../../src/domain/time';
import { createServer } from '../../../src/http/server';
import { createRunningSearch } from '../../../src/running-search';
import { openLog } from '../../../src/store/log';
import { openStorage } from '../../../src/store/storage';
import { upload } from '../../../src/teams/files/upload';
import { createEndpoint } from '../../../src/teams/incoming/endpoint';
import { exampleOrganisation } from '../../samples/organisation/example-organisation';
import { requestsTo, roundTripsTo } from '../../storage/round-trips';
import { testConnectionString, uniquePrefix } from '../../storage/storage';
import { startConnector } from '../../teams/connector';
import type { Person } from '../../teams/person';
import { Teams } from '../../teams/teams';
import { addressOf, type CityRole, inhabitants } from '../city-people';
import { cardAbout } from '../everyday';

export type BotAlone = Awaited<ReturnType<typeof startBotAlone>>;

export interface BotAloneOptions {
  /** When the story begins, a Thursday morning unless given. Time stands still until a test moves it. */
  now?: Instant;
  organisation?: Organisation;
}

/** The bot without deliveries, whose own traffic is not a turn's. */
export async function startBotAlone(options: BotAloneOptions = {}) {
  let now = Date.parse(options.now ?? '2026-11-26T09:00:00.000Z');
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  const { organisation = exampleOrganisation() } = options;
  const runtime = {
    identity: { kind: 'none' } as const,
    organisation: () => organisation,
    storage,
    now: () => new Date(now).toISOString(),
    random: (size: number) => randomBytes(size),
    // Its people press without a pause, and time stands still.
    pace: { burst: Number.POSITIVE_INFINITY, perSecond: 1 },
    log: { info() {}, warn() {}, error: (_what: object, message: string) => errors.push(message) },
  };
  const errors: string[] = [];
  const search = createRunningSearch(organisation, createSearchIndex);
  const { app, contextFor, teams: port } = createServices({ ...runtime, searching: search.searching });
  const { code } = organisation.municipality;
  const follower = createFollower({ events: openLog(storage, code), now: runtime.now, log: runtime.log });
  search.keep(app, follower, runtime.log);
  const source = { app, storage, teams: port, context: contextFor, log: runtime.log };
  const deliveries = createDeliveries(source);
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
    asksWorkplace: deliveries.asksWorkplace,
    tellsAway: deliveries.tellsAway,
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
  const requests = requestsTo([storage.ideas, storage.people, storage.deliveries]);

  async function arrives(role: CityRole): Promise<Person> {
    const person = teams.person({ name: inhabitants[role].name, email: addressOf(role) });
    await person.installs();
    if (role === 'employee') await person.presses('Välj', { department: 'VOO' });
    return person;
  }

  return {
    arrives,
    teams,
    app,
    /** What the clock's work is done with; nothing of it is begun. */
    delivery: assemble(source).deps,
    storage,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** What has happened by now can be found. */
    findable: () => follower.look(),
    /** How many times something waits for storage, one time after the other. */
    counts,
    /** How many requests to tables it makes, also where its turn outlasts the answer on a busy machine. */
    requests: (act: () => Promise<unknown>): Promise<number> =>
      requests(async () => {
        await act();
        await bot.answered();
      }),
    async somebodyElseExplores(id: string): Promise<void> {
      const other = await arrives('otherLeader');
      await other.says(id);
      await other.presses('Utforska idén', {}, { on: cardAbout(other, id).activityId });
    },
    async stop(): Promise<void> {
      server.close();
      server.server.closeAllConnections();
      await connector.stop();
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
}
