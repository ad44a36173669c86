import type { Deps } from '../app/deps.js';
import type { CardContext } from '../cards/card-context.js';
import { newIdempotencyKey } from '../domain/ids.js';
import type { Language } from '../domain/languages.js';
import { type Instant, millisecondsOf } from '../domain/time.js';
import { openDeliveries } from '../store/delivery/deliveries.js';
import { openNews } from '../store/delivery/news.js';
import { openOutbox } from '../store/delivery/outbox.js';
import { openRuns } from '../store/delivery/runs.js';
import { openSentCards } from '../store/delivery/sent-cards.js';
import { type DeliveryName, openRestWakeUps, openWakeUps } from '../store/delivery/wake-ups.js';
import { openShared } from '../store/shared.js';
import type { Storage } from '../store/storage.js';
import type { DeliveryDeps } from './deps.js';
import { createWeekReader } from './digest/week-reader.js';
import type { Log } from './log.js';
import { createHalt } from './pacing/halt.js';
import { type Meter, noMeter } from './pacing/meter.js';
import { createPacing, type Pacing } from './pacing/pacing.js';
import { createRateShare } from './pacing/rate-share.js';
import { noteArrival } from './person/arrivals.js';
import { createConcurrency } from './sending/concurrency.js';
import { createFeed } from './sending/feed.js';
import { createReceiver, together } from './sending/receiver.js';
import { createRounds } from './sending/rounds.js';
import type { Open } from './sending/sweep.js';
import { createWakening } from './sending/wakening.js';
import { processDelivery } from './sending/worker.js';
import type { TeamsPort } from './teams-port.js';

export interface DeliveriesSource {
  app: Deps;
  storage: Pick<Storage, 'ideas' | 'deliveries' | 'wakeUps' | 'restWakeUps' | 'versions'>;
  teams: TeamsPort;
  context: (language: Language) => CardContext;
  log: Log;
  /** Messages a second of all instances together; default 40, which leaves 10 of Teams' 50 for replies. */
  rate?: number;
  pacing?: Pacing;
  meter?: Meter;
  /** Whether the clock agrees with storage's; default: it does. */
  clockIsRight?: () => Promise<boolean>;
  /** Whether guests of the tenant may come; default: they may not. */
  guests?: boolean;
  /** Into how many partitions deliveries are spread: fixed for a deployment. */
  partitions?: number;
}

const RATE = 40;
/** So many deliveries are drawn and posted at a time for each turn a second: what drawing, storing and Teams' own time take. */
const CONCURRENCY_PER_SECOND = 1.5;
const LEAST_CONCURRENCY = 16;
/** So many seconds' worth of what somebody waits for is taken from its queue: there it would stand in the order of coming, here in that of ranks. */
const AWAITED_SECONDS = 10;
/** So many seconds' worth of deliveries in the queue of the rest are enough. */
const QUEUED_SECONDS = 5;

/** What delivery is made of, built from what the bot has: for `createDeliveries` and for sending one week's digest. */
export function assemble(source: DeliveriesSource, stopping?: AbortSignal) {
  const { app, storage, teams, context, log, rate = RATE, meter = noMeter, partitions } = source;
  const { code } = app.settings().municipality;
  const newMark = () => newIdempotencyKey(app.random);
  const pacing = source.pacing ?? createPacing(rate);
  const [awaited, rest] = [openWakeUps(storage), openRestWakeUps(storage)];
  const wakening = createWakening({ awaited, rest }, () => millisecondsOf(app.now()));
  const shared = openShared(storage, code);
  const rateShare = createRateShare({
    ...{ shared, pacing, rate, log, versions: storage.versions },
    name: newIdempotencyKey(app.random),
  });
  const atATime = () => Math.max(LEAST_CONCURRENCY, Math.ceil(CONCURRENCY_PER_SECOND * pacing.perSecond()));
  const deps: DeliveryDeps = {
    app,
    outbox: openOutbox(storage, code),
    news: openNews(storage, code),
    deliveries: openDeliveries(storage, code, newMark, partitions),
    sentCards: openSentCards(storage, code),
    runs: openRuns(storage, code, newMark),
    weeks: createWeekReader(app),
    wake: wakening.wake,
    feed: createFeed(rest, wakening.wake, rate * QUEUED_SECONDS),
    returned: async (person) => wakening.wake([await noteArrival(deps, person)]),
    teams,
    pacing,
    concurrency: createConcurrency(atATime),
    halt: createHalt(app, shared, log, wakening.forget),
    meter,
    clockIsRight: source.clockIsRight ?? (async () => true),
    context,
    guests: source.guests ?? false,
    log,
  };
  const see = (name: DeliveryName, stop: AbortSignal) => {
    wakening.isAwake(name);
    return processDelivery(deps, name, { stopping: stop });
  };
  /** None while nothing may be sent. */
  const unlessAtRest = (count: () => number) => () => (deps.halt.rests() || pacing.perSecond() < 1 ? 0 : count());
  const receiver = together([
    createReceiver({
      ...{ wakeUps: awaited, see, log },
      concurrency: unlessAtRest(() => Math.max(atATime(), AWAITED_SECONDS * pacing.perSecond())),
    }),
    createReceiver({ wakeUps: rest, see, concurrency: unlessAtRest(atATime), log }),
  ]);
  wakening.onWake(receiver.poke);
  const roundsWith = (looked: (open: Open, since: Instant) => Promise<void>) =>
    createRounds(deps, { looked, stopping });
  /** Messages in both queues, about. */
  const waiting = async () => (await Promise.all([awaited.waiting(), rest.waiting()])).reduce((sum, one) => sum + one);
  return { deps, waiting, receiver, rateShare, roundsWith };
}
