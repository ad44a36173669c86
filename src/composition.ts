import type { Server } from 'restify';
import type { Deps } from './app/deps.js';
import { createBot } from './bot/bot.js';
import { kitMaker } from './cards/kit.js';
import { loadTemplates } from './cards/templates.js';
import { appIdOf, authenticationFor, type Identity } from './delivery/authentication.js';
import { createDeliveries, type Deliveries } from './delivery/deliveries.js';
import type { Log } from './delivery/deps.js';
import { createTeams } from './delivery/teams.js';
import type { RandomBytes } from './domain/ids.js';
import { createDirectory, type Organisation } from './domain/organisation.js';
import type { Instant } from './domain/time.js';
import { createServer } from './http/server.js';
import { openIdeas } from './store/ideas.js';
import { openPeople } from './store/people.js';
import type { Storage } from './store/storage.js';

/** What differs between the running bot, a command-line run and a test: all else is built from it. */
export interface World {
  identity: Identity;
  organisation: Organisation;
  storage: Storage;
  now: () => Instant;
  random: RandomBytes;
  log: Log;
}

/** What everything else is built of. */
export function foundation({ organisation, storage, now, random, identity }: World) {
  const { municipality, digest } = organisation;
  const directory = createDirectory(organisation);
  const app: Deps = {
    ideas: openIdeas(storage, municipality.code, digest.timeZone),
    people: openPeople(storage, municipality.code),
    directory,
    now,
    random,
  };
  const kitFor = kitMaker({ directory, draw: loadTemplates(), now, random });
  const teams = createTeams({ authentication: authenticationFor(identity), appId: appIdOf(identity) });
  return { app, kitFor, teams };
}

/** More than this between our clock and storage's, and answer dates and wake-ups go wrong. */
const CLOCK_SLACK_MS = 2_000;

/** The whole bot, built by hand and not started. */
export function compose(world: World): { server: Server; deliveries: Deliveries } {
  const { storage, log, identity } = world;
  const { app, kitFor, teams } = foundation(world);
  const deliveries = createDeliveries({ app, storage, teams, kit: kitFor, log });
  const bot = createBot({ ...app, identity, kitFor, log, kick: deliveries.kick, installed: deliveries.installed });
  const ready = async () => {
    const { storageTime } = await storage.ping();
    const apart = storageTime === undefined ? 0 : Math.abs(Date.parse(app.now()) - storageTime);
    // HTTP dates are whole seconds.
    if (apart > CLOCK_SLACK_MS + 1_000)
      throw new Error(`The clock is ${apart} ms from storage's: set the machine's time`);
  };
  return { server: createServer({ bot, ready, log }), deliveries };
}
