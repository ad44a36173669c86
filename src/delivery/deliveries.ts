import type { Deps } from '../app/deps.js';
import type { About, CardContext } from '../cards/card-context.js';
import { newIdempotencyKey } from '../domain/ids.js';
import type { Language } from '../domain/languages.js';
import type { PersonRef } from '../domain/person/person.js';
import { type Instant, millisecondsOf } from '../domain/time.js';
import { openDeliveries } from '../store/delivery/deliveries.js';
import { openOutbox } from '../store/delivery/outbox.js';
import { openRuns } from '../store/delivery/runs.js';
import { openSentCards } from '../store/delivery/sent-cards.js';
import { type DeliveryName, openWakeUps } from '../store/delivery/wake-ups.js';
import type { ReadPerson } from '../store/person/people.js';
import { openShared } from '../store/shared.js';
import type { Storage } from '../store/storage.js';
import { createClockWork } from './clock/clock-work.js';
import type { DeliveryDeps } from './deps.js';
import { createWeekReader } from './digest/week-reader.js';
import type { Log } from './log.js';
import { relay } from './outbox/relay.js';
import { createHalt } from './pacing/halt.js';
import { type Figures, type Meter, noMeter } from './pacing/meter.js';
import { createPacing, type Pacing } from './pacing/pacing.js';
import { pause, within } from './pacing/pause.js';
import { createRateShare } from './pacing/rate-share.js';
import { noteArrival } from './person/arrivals.js';
import { oweWelcome } from './person/welcome.js';
import type { SendFault } from './send-fault.js';
import { createFeed } from './sending/feed.js';
import { oweReceipt, type Receipt } from './sending/receipt.js';
import { createReceiver } from './sending/receiver.js';
import { remember, type Stands } from './sending/remember.js';
import { createRounds } from './sending/rounds.js';
import type { Open } from './sending/sweep.js';
import { createWakening } from './sending/wakening.js';
import { processDelivery } from './sending/worker.js';
import type { TeamsPort } from './teams-port.js';

export interface DeliveriesSource {
  app: Deps;
  storage: Pick<Storage, 'ideas' | 'deliveries' | 'wakeUps'>;
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

export interface Deliveries {
  /** Begins to deliver: what was owed when the bot stopped, and from now on what is owed. */
  start(): void;
  /** Takes nothing new, and settles when what is in hand is sent or given back: within the time that one try may take. */
  stop(): Promise<void>;
  /** An idea has been saved: tells those whom it concerns, now. Without it they are told at the next sweep. */
  kick(): void;
  /** A person will be able to be written to in a moment, for the first time or again: to be asked before that is stored. */
  arriving(person: PersonRef): Promise<void>;
  /** That is stored: what waited for them is owed now. Without it they get it at the next sweep. */
  installed(person: PersonRef): Promise<void>;
  /**
   * Owes a person the welcome that they have not had, if any, and sends it now: settles when that is done, or after a few
   * seconds, while it goes on. Gives the person as they then are. `replyTo`: the activity that it answers.
   */
  welcome(me: ReadPerson, replyTo?: string): Promise<ReadPerson>;
  /** Owes a person the receipt of something that is stored and whose answer Teams has not taken. */
  oweReceipt(person: PersonRef, receipt: Receipt, fault: SendFault): Promise<void>;
  /** Notes where ideas are shown, so that what goes out of sight, or has while the message was on its way, is taken out. */
  remember(about: About, stands: Stands): Promise<void>;
  /** A reply was sent to somebody who is chatting: it counts, and never waits. */
  called(): void;
  /** Does everything that is due now and settles when it is done: what timers and kicks would do. */
  tick(): Promise<void>;
  /** How deliveries are doing. One round trip. */
  figures(): Promise<Figures>;
}

const RATE = 40;
/** So many deliveries are in hand for each turn a second: what drawing, storing and Teams' own time take. */
const CONCURRENCY_PER_SECOND = 1.5;
const LEAST_CONCURRENCY = 16;
/** So many seconds' worth of deliveries in the queue are enough. */
const QUEUED_SECONDS = 5;
/** Milliseconds between two looks at the clock, at what ideas have to tell, and into a part of the partitions. */
const SWEEP_EVERY_MS = 15_000;
/** Milliseconds between two fillings of the queue, while much is owed. */
const BEAT_MS = 1000;
/** Milliseconds for which a turn waits until what it owes has gone out. */
const SOON_MS = 3000;

/** What delivery is made of, built from what the bot has: for `createDeliveries` and for sending one week's digest. */
export function assemble(source: DeliveriesSource, stopping?: AbortSignal) {
  const { app, storage, teams, context, log, rate = RATE, meter = noMeter, partitions } = source;
  const { code } = app.settings().municipality;
  const newMark = () => newIdempotencyKey(app.random);
  const pacing = source.pacing ?? createPacing(rate);
  const wakeUps = openWakeUps(storage);
  const wakening = createWakening(wakeUps, () => millisecondsOf(app.now()));
  const shared = openShared(storage, code);
  const rateShare = createRateShare({ shared, pacing, rate, name: newIdempotencyKey(app.random), log });
  const deps: DeliveryDeps = {
    app,
    outbox: openOutbox(storage, code),
    deliveries: openDeliveries(storage, code, newMark, partitions),
    sentCards: openSentCards(storage, code),
    runs: openRuns(storage, code, newMark),
    weeks: createWeekReader(app),
    wake: wakening.wake,
    feed: createFeed(wakeUps, wakening.wake, rate * QUEUED_SECONDS),
    returned: async (person) => wakening.wake([await noteArrival(deps, person)]),
    teams,
    pacing,
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
  const concurrency = () => {
    const perSecond = pacing.perSecond();
    return deps.halt.rests() || perSecond < 1
      ? 0
      : Math.max(LEAST_CONCURRENCY, Math.ceil(CONCURRENCY_PER_SECOND * perSecond));
  };
  const receiver = createReceiver({ wakeUps, see, concurrency, log });
  wakening.onWake(receiver.poke);
  const roundsWith = (looked: (open: Open, since: Instant) => Promise<void>) =>
    createRounds(deps, { looked, stopping });
  return { deps, wakeUps, receiver, rateShare, roundsWith };
}

/** Everything that goes from the bot to people who are not chatting with it. See docs/ARCHITECTURE.md for the protocol. */
export function createDeliveries(source: DeliveriesSource): Deliveries {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deps, wakeUps, receiver, rateShare, roundsWith } = assemble(source, signal);
  const { log, app, halt, pacing } = deps;
  const clockWork = createClockWork(deps, signal);
  const rounds = roundsWith(clockWork.looked);
  let running: Promise<unknown> | undefined;
  let relaying: Promise<void> | undefined;
  let kicked = false;
  let unfed = false;
  /** What turns owe and have seen to at once. */
  const inHand = new Set<Promise<void>>();
  let resumed = false;
  halt.onResume(() => {
    resumed = true;
  });

  /** One relay at a time; a kick that comes while it reads makes it read once more. */
  function relayAll(): Promise<void> {
    kicked = true;
    relaying ??= (async () => {
      try {
        while (kicked && !signal.aborted) {
          kicked = false;
          if (await relay(deps, signal)) kicked = true;
        }
      } catch (error) {
        log.error({ err: error }, 'The outbox could not be read; the next sweep tries again');
      } finally {
        relaying = undefined;
      }
    })();
    return relaying;
  }

  /** What time brings, and what ideas have left to tell of. */
  async function begin(): Promise<void> {
    await clockWork.tick();
    await relayAll();
  }

  /** Looks for what is owed, unless nothing may be sent. */
  async function look(into: () => Promise<void>): Promise<void> {
    try {
      await halt.look();
      if (!halt.rests()) await into();
    } catch (error) {
      log.error({ err: error }, 'A sweep failed; the next one goes on from there');
    }
  }

  /** Feeds the queue with what is owed to many, and finds out whether somebody else has left it unfed. False when it cannot. */
  async function feed(): Promise<boolean> {
    try {
      await deps.feed.fill();
      unfed = !halt.rests() && (await rounds.isUnfed());
      return true;
    } catch (error) {
      log.error({ err: error }, 'The queue could not be fed with a long run; trying again');
      return false;
    }
  }

  /** A whole round at once, for what was owed when the bot stopped; then a part of it at a time. */
  async function sweepOn(): Promise<void> {
    await look(rounds.whole);
    let rested = 0;
    await every(BEAT_MS, async () => {
      if (unfed || resumed) {
        resumed = false;
        await look(() => rounds.whole({ feeds: true }));
      }
      rested += BEAT_MS;
      if (rested < SWEEP_EVERY_MS) return;
      rested = 0;
      await look(rounds.onward);
    });
  }

  /** Sees to what a turn owes, as long as the turn may wait. What goes wrong is told of, and found by the next sweep. */
  async function soon(name: DeliveryName, replyTo: string | undefined): Promise<void> {
    const seeing = processDelivery(deps, name, { stopping: signal, replyTo })
      .catch((error: unknown) => {
        if (!signal.aborted) log.error({ ...name, err: error }, 'A message could not be seen to; it is tried again');
      })
      .finally(() => inHand.delete(seeing));
    inHand.add(seeing);
    await within(SOON_MS, seeing);
  }

  async function every(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
    while (!signal.aborted) {
      await work();
      await pause(milliseconds, signal).catch(() => undefined);
    }
  }

  return {
    start() {
      rateShare.start();
      receiver.start();
      running ??= Promise.all([every(SWEEP_EVERY_MS, begin), every(BEAT_MS, feed), sweepOn()]);
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await Promise.all([receiver.stop(), running, relaying, ...inHand]);
      await rateShare.stop();
    },
    kick() {
      void relayAll();
    },
    arriving: async (person) => {
      await noteArrival(deps, person);
    },
    installed: deps.returned,
    async welcome(before, replyTo) {
      const { me, welcome } = await oweWelcome(deps, before);
      if (welcome) await soon(welcome, replyTo);
      return me;
    },
    oweReceipt: (person, receipt, fault) => oweReceipt(deps, person, receipt, fault),
    remember: (about, stands) => remember(deps, about, stands),
    called: pacing.called,
    async tick() {
      await begin();
      await look(() => rounds.whole({ feeds: true }));
      await feed();
      await receiver.drain();
      while (deps.feed.hasMore() && (await feed())) await receiver.drain();
    },
    async figures() {
      const { open, oldest } = rounds.latest();
      const age = oldest === undefined ? 0 : (millisecondsOf(app.now()) - millisecondsOf(oldest)) / 1000;
      return {
        queued: await wakeUps.waiting(),
        open,
        oldestSeconds: Math.max(0, age),
        perSecond: pacing.perSecond(),
        halted: halt.rests(),
      };
    },
  };
}
