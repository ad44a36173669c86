/**
 * Idélotsen's turns and nothing else: the bot as `compose` builds it, without the deliveries that follow a turn, which no
 * bare bot has.
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createBot } from '../../../src/bot/bot';
import type { Pace } from '../../../src/bot/turns/rate-limit';
import { createServices, type RuntimeOptions } from '../../../src/create-services';
import { createDeliveries } from '../../../src/delivery/deliveries';
import { createFollower } from '../../../src/delivery/following/follower';
import { instantOf } from '../../../src/domain/time';
import { createServer } from '../../../src/http/server';
import { createLog } from '../../../src/log';
import { createRunningSearch } from '../../../src/running-search';
import { openLog } from '../../../src/store/log';
import type { Storage } from '../../../src/store/storage';
import { upload } from '../../../src/teams/files/upload';
import { createEndpoint } from '../../../src/teams/incoming/endpoint';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import type { RunningBot } from './running-bot';

/** A few people stand for many in most benchmarks. */
const UNHURRIED: Pace = { burst: Number.POSITIVE_INFINITY, perSecond: 1 };

/** A quiet bot. `findable`: all that has been sent in by now can be found, where the bot searches. */
export interface QuietBot extends RunningBot {
  findable(): Promise<void>;
}

/** Makes its tables and listens; `clock` gives milliseconds since the epoch, `pace` how much one person may ask; `searches`: with an index of its ideas. */
export async function startQuietBot(
  storage: Storage,
  clock: () => number = Date.now,
  pace: Pace = UNHURRIED,
  { searches = false }: { searches?: boolean } = {},
): Promise<QuietBot> {
  await storage.prepare();
  const organisation = exampleOrganisation();
  const runtime: RuntimeOptions = {
    identity: { kind: 'none' },
    organisation: () => organisation,
    storage,
    now: () => instantOf(clock()),
    random: (size) => randomBytes(size),
    log: createLog('error'),
  };
  const search = searches ? createRunningSearch(organisation) : undefined;
  const { app, contextFor, teams } = createServices({ ...runtime, ...(search && { searching: search.searching }) });
  const { identity, log } = runtime;
  const events = openLog(storage, organisation.municipality.code);
  const follower = createFollower({ events, now: runtime.now, log });
  const indexing = search?.keep(app, follower, log);
  indexing?.start();
  const deliveries = createDeliveries({ app, storage, teams, context: contextFor, log: log });
  const bot = createBot({
    ...app,
    pace,
    contextFor,
    teams,
    log,
    upload,
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
  const endpoint = createEndpoint({ bot, identity, teams, called() {}, now: clock, log });
  const server = createServer({ bot: endpoint, ready: async () => {}, log });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    findable: () => follower.look(),
    async stop() {
      await indexing?.stop();
      server.close();
      server.server.closeAllConnections();
    },
  };
}
