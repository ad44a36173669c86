import type { AddressInfo } from 'node:net';
import type { Searching } from './app/deps.js';
import { showPicture } from './app/idea/pictures/show-picture.js';
import { createBot } from './bot/bot.js';
import { chatWith } from './bot/private-chat.js';
import { createServices, type RuntimeOptions } from './create-services.js';
import { createDeliveries, type Deliveries } from './delivery/deliveries.js';
import type { IndexBuilding } from './delivery/following/build-index.js';
import { type FollowedFigures, followFigures } from './delivery/following/follow-figures.js';
import { type FollowedGroups, followGroups } from './delivery/following/follow-groups.js';
import type { OrganisationTrouble } from './delivery/following/follow-organisation.js';
import { type FollowedSources, followSources } from './delivery/following/follow-sources.js';
import { createFollower, type Follower } from './delivery/following/follower.js';
import { newIdempotencyKey, parseIdeaId } from './domain/ids.js';
import { millisecondsOf } from './domain/time.js';
import type { Activities } from './http/activities.js';
import { createMetrics } from './http/metrics.js';
import { createPictureDoor } from './http/pictures.js';
import { assertReady, NotReady } from './http/readiness.js';
import { createServer, type Server } from './http/server.js';
import { createRunningSearch } from './running-search.js';
import { openRuns } from './store/delivery/runs.js';
import { upload } from './teams/files/upload.js';
import { botIdOf, type Identity } from './teams/identity.js';
import { createEndpoint } from './teams/incoming/endpoint.js';

/** The whole bot. */
export interface BotProcess {
  server: Server;
  deliveries: Deliveries;
  /** Tells those who want to know of what happens, whichever instance does it. */
  follower: Follower;
  /** Builds the index in which ideas are found. */
  indexing: IndexBuilding;
  /** What this instance finds among ideas. */
  searching: Searching;
  /** Looks at what tells who works where. */
  sources: FollowedSources;
  /** Looks at the groups that say who has a post. */
  groups: FollowedGroups;
  /** Counts what the overview shows. */
  figures: FollowedFigures;
  /** Settles when all is answered that was going on after its HTTP request. */
  answered: () => Promise<void>;
}

/** The whole bot, built by hand and not started. */
export function compose(runtime: RuntimeOptions): BotProcess {
  const { storage, log, identity, deliveryRate, guests = false, metrics: access = 'open' } = runtime;
  const { otherIdentities = [] } = runtime;
  let server: Server | undefined;
  // Where nothing is signed nobody but this machine reaches the bot, so its address there is the one.
  const ownAddress = { publicUrl: () => (identity.kind === 'none' && server ? addressOf(server) : undefined) };
  const search = createRunningSearch(runtime.organisation(), runtime.searchIndex);
  const { searching } = search;
  const { app, contextFor, teams } = createServices({ ...ownAddress, searching, ...runtime });
  const { machineNow = app.now } = runtime;
  const metrics = createMetrics();
  const deliveries = createDeliveries({
    app,
    storage,
    teams,
    context: contextFor,
    guests,
    log,
    meter: metrics,
    ...(deliveryRate !== undefined && { rate: deliveryRate }),
    clockIsRight: async () => {
      try {
        await assertReady(storage, app.now);
      } catch (error) {
        if (!(error instanceof NotReady) || error.reason !== 'clock') throw error;
        log.error({}, "What is due now waits, for the clock differs from storage's: set the machine's time");
        return false;
      }
      return true;
    },
  });
  const { code } = app.settings().municipality;
  const follower = createFollower({ events: app.eventLog, now: app.now, log });
  const indexing = search.keep(app, follower, log);
  const sources = followSources({
    app,
    runs: openRuns(storage, code, () => newIdempotencyKey(app.random)),
    sources: runtime.sources?.(app) ?? [],
    log,
  });
  const groups = followGroups({ app, source: runtime.groups, log });
  const figures = followFigures({ app, me: newIdempotencyKey(app.random), log });
  metrics.watch(deliveries.figures);
  storage.measure((milliseconds) => metrics.stored(milliseconds / 1000));
  metrics.watchRows(() => storage.versions.counts);
  storage.versions.watch((row) =>
    log.warn(
      { ...row },
      row.newer
        ? 'A newer version wrote a row that is left out here: replace this instance'
        : 'A row cannot be read and is left out; nothing is written over it: look at it in storage',
    ),
  );
  const { kick, arriving, installed, welcome, asksWorkplace, tellsAway, oweReceipt, remember, called } = deliveries;
  const { maySendTo, pace } = runtime;
  const bot = createBot({
    ...app,
    guests,
    pace,
    contextFor,
    teams,
    log,
    upload: (url, bytes) => upload(url, bytes, maySendTo),
    kick,
    arriving,
    installed,
    welcome,
    asksWorkplace,
    tellsAway,
    oweReceipt,
    remember,
    called,
  });
  const now = () => millisecondsOf(app.now());
  const endpointOf = (who: Identity) =>
    measured(createEndpoint({ bot, identity: who, teams, called, now, log }), metrics.answered);
  const endpoint = endpointOf(identity);
  const others = new Map(otherIdentities.map((other) => [other.name, endpointOf(other)]));
  const canJudge = async () =>
    (await Promise.all([endpoint, ...others.values()].map((one) => one.canJudge()))).every(Boolean);
  // Nobody waits for it: whoever needs it first reads it where this could not.
  app.marks
    .ready()
    .catch((err: unknown) => log.error({ err }, 'The key of the marks could not be read; the first use tries again'));
  const ready = () => assertReady(storage, machineNow, canJudge);
  const served = access === 'closed' ? {} : { metrics: metrics.text };
  const guarded = typeof access === 'object' ? { metricsToken: access.token } : {};
  const pictures = createPictureDoor({
    addresses: app.addresses,
    show: (named) => showPicture(app, named),
    now,
  });
  const openIdea = (written: string) => {
    const id = parseIdeaId(written);
    return id && identity.kind === 'app' ? chatWith(botIdOf(identity), id) : undefined;
  };
  const { organisationTrouble } = runtime;
  const told = { ...(organisationTrouble && { trouble: () => troubleOf(organisationTrouble()) }) };
  server = createServer({ bot: endpoint, others, ready, ...told, pictures, openIdea, ...served, ...guarded, log });
  return { server, deliveries, follower, indexing, searching, sources, groups, figures, answered: bot.answered };
}

/** The same, with how long each answer took, in seconds; of what is refused nobody waits. */
function measured<T extends Activities>(endpoint: T, told: (seconds: number) => void): T {
  return {
    ...endpoint,
    async receive(authorization, activity) {
      const started = performance.now();
      const received = await endpoint.receive(authorization, activity);
      if (received.ok) told((performance.now() - started) / 1000);
      return received;
    },
  };
}

/** What operators see of an organisation that cannot be taken in. */
const troubleOf = (organisation: OrganisationTrouble | undefined) => organisation && { organisation };

/** Where a server listens on this machine; undefined while it does not, and on a pipe. */
function addressOf(server: Server): string | undefined {
  const at = server.address() as AddressInfo | string | null;
  if (at === null || typeof at === 'string') return undefined;
  return `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`;
}
