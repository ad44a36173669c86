import type { Deps } from '../app/deps.js';
import type { Kit } from '../cards/kit.js';
import { newOp } from '../domain/ids.js';
import type { Language, PersonRef } from '../domain/person.js';
import { millisecondsOf } from '../domain/time.js';
import { openCopies } from '../store/copies.js';
import { openDeliveries } from '../store/deliveries.js';
import { openOutbox } from '../store/outbox.js';
import { openRuns } from '../store/runs.js';
import type { Storage } from '../store/storage.js';
import { type DeliveryName, openWakeUps } from '../store/wake-ups.js';
import { arrived } from './arrivals.js';
import { createClockWork } from './clock-work.js';
import type { DeliveryDeps, Log } from './deps.js';
import { createPacing, type Pacing, pause } from './pacing.js';
import { createReceiver } from './receiver.js';
import { relay } from './relay.js';
import { createRounds } from './rounds.js';
import type { TeamsPort } from './teams.js';
import { createWakening } from './wakening.js';
import { createWeekReader } from './week-reader.js';
import { seeTo } from './worker.js';

export interface DeliveriesSource {
  app: Deps;
  storage: Pick<Storage, 'ideas' | 'deliveries' | 'wakeUps'>;
  teams: TeamsPort;
  kit: (language: Language) => Kit;
  log: Log;
  /** Default: at most 40 calls in any second, which leaves 10 of Teams' 50 for replies. */
  pacing?: Pacing;
  /** How many messages are in hand at the same time. */
  workers?: number;
  /** Into how many partitions deliveries are spread: fixed for a deployment. */
  partitions?: number;
  /** Milliseconds between two looks for what kicks and wake-ups have missed. */
  sweepEvery?: number;
}

export interface Deliveries {
  /** Begins to deliver: what was owed when the bot stopped, and from now on what is owed. */
  start(): void;
  /** Takes nothing new, and settles when what is in hand is sent or given back: within the time that one try may take. */
  stop(): Promise<void>;
  /** An idea has been saved: tells those whom it concerns, now. Without it they are told at the next sweep. */
  kick(): void;
  /** A person can be written to, for the first time or again. */
  installed(person: PersonRef): Promise<void>;
  /** Does everything that is due now and settles when it is done: what timers and kicks would do. */
  tick(): Promise<void>;
}

/** What delivery is made of, built from what the bot has: for `createDeliveries` and for sending one week's digest. */
export function assemble({ app, storage, teams, kit, log, pacing, workers = 16, partitions }: DeliveriesSource) {
  const { code } = app.directory.organisation.municipality;
  const wakeUps = openWakeUps(storage);
  const wakening = createWakening(wakeUps, () => millisecondsOf(app.now()));
  const deps: DeliveryDeps = {
    app,
    outbox: openOutbox(storage, code),
    deliveries: openDeliveries(storage, code, () => newOp(app.random), partitions),
    copies: openCopies(storage, code),
    runs: openRuns(storage, code),
    weeks: createWeekReader(app),
    wake: wakening.wake,
    teams,
    pacing: pacing ?? createPacing(40),
    kit,
    log,
  };
  const see = (name: DeliveryName, stopping: AbortSignal) => {
    wakening.isAwake(name);
    return seeTo(deps, name, stopping);
  };
  const receiver = createReceiver({ wakeUps, see, workers, log });
  wakening.onWake(receiver.poke);
  return { deps, wakeUps, receiver };
}

/** Everything that goes from the bot to people who are not chatting with it. See docs/ARCHITECTURE.md for the protocol. */
export function createDeliveries(source: DeliveriesSource): Deliveries {
  const { deps, wakeUps, receiver } = assemble(source);
  const { log } = deps;
  const clockWork = createClockWork(deps);
  const rounds = createRounds(deps, wakeUps, clockWork.looked);
  const stopping = new AbortController();
  let sweeping: Promise<void> | undefined;
  let relaying: Promise<void> | undefined;
  let kicked = false;

  /** One relay at a time; a kick that comes while it reads makes it read once more. */
  function relayAll(): Promise<void> {
    kicked = true;
    relaying ??= (async () => {
      try {
        while (kicked) {
          kicked = false;
          if ((await relay(deps)) && !stopping.signal.aborted) kicked = true;
        }
      } catch (error) {
        log.error({ err: error }, 'The outbox could not be read; the next sweep tries again');
      } finally {
        relaying = undefined;
      }
    })();
    return relaying;
  }

  async function pass(round: { whole: boolean }): Promise<void> {
    await clockWork.tick();
    await relayAll();
    try {
      await rounds.go(round);
    } catch (error) {
      log.error({ err: error }, 'A sweep failed; the next one goes on from there');
    }
  }

  /** A whole round at once, for what was owed when the bot stopped; then a part of it at a time. */
  async function sweepOn(): Promise<void> {
    for (let whole = true; !stopping.signal.aborted; whole = false) {
      await pass({ whole });
      await pause(source.sweepEvery ?? 15_000, stopping.signal).catch(() => undefined);
    }
  }

  return {
    start() {
      receiver.start();
      sweeping ??= sweepOn();
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await Promise.all([receiver.stop(), sweeping, relaying]);
    },
    kick() {
      void relayAll();
    },
    installed: (person) => arrived(deps, person),
    async tick() {
      await pass({ whole: true });
      await receiver.drain();
    },
  };
}
