import type { About } from '../cards/card-context.js';
import type { PersonRef } from '../domain/person/person.js';
import { type Day, millisecondsOf } from '../domain/time.js';
import type { DeliveryName } from '../store/delivery/wake-ups.js';
import type { ReadPerson } from '../store/person/people.js';
import { assemble, type DeliveriesSource } from './assemble.js';
import { createClockWork } from './clock/clock-work.js';
import { createRelaying } from './outbox/relaying.js';
import type { Figures } from './pacing/meter.js';
import { doneWithin, pause } from './pacing/pause.js';
import { noteArrival } from './person/arrivals.js';
import { oweAwayNote } from './person/away.js';
import { oweWelcome } from './person/welcome.js';
import { oweWorkplaceQuestion } from './person/workplace.js';
import type { SendFault } from './send-fault.js';
import { oweReceipt, type Receipt } from './sending/receipt.js';
import { remember, type Stands } from './sending/remember.js';
import { processDelivery } from './sending/worker.js';

export { assemble, type DeliveriesSource } from './assemble.js';

export interface Deliveries {
  /** Begins to deliver: what was owed when the bot stopped, and from now on what is owed. */
  start(): void;
  /** Takes nothing new, and settles when what is in hand is sent or given back: within the time that one try may take. */
  stop(): Promise<void>;
  /**
   * An idea has been saved: does what its change has left to do (`steps`) and tells those whom it concerns, now. Without it
   * both happen at the next look.
   */
  kick(left?: { steps?: boolean }): void;
  /** A person will be able to be written to in a moment, for the first time or again: to be asked before that is stored. */
  arriving(person: PersonRef): Promise<void>;
  /** That is stored: what waited for them is owed now. Without it they get it at the next sweep. */
  installed(person: PersonRef): Promise<void>;
  /**
   * Owes a person the welcome that they have not had, if any, and sends it now: settles when that is done, or after a few
   * seconds, while it goes on. Gives the person as they then are. `replyTo`: the activity that it answers.
   */
  welcome(me: ReadPerson, replyTo?: string): Promise<ReadPerson>;
  /** Asks a person, in a while, whether they work where a source says now: to be called before that is stored. */
  asksWorkplace(person: PersonRef, place: string): Promise<void>;
  /** Tells a person, in a while, that somebody has said that they are away until then: to be called before that is stored, by its press. */
  tellsAway(person: PersonRef, until: Day, press: string): Promise<void>;
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

/** Milliseconds between two looks at the clock, at what ideas have to tell, and into a part of the partitions. */
const SWEEP_EVERY_MS = 15_000;
/** Milliseconds between two fillings of the queue, while much is owed. */
const BEAT_MS = 1000;
/** Milliseconds for which a turn waits until what it owes has gone out. */
const SOON_MS = 3000;

/** Everything that goes from the bot to people who are not chatting with it. See docs/ARCHITECTURE.md for the protocol. */
export function createDeliveries(source: DeliveriesSource): Deliveries {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deps, waiting, receiver, rateShare, roundsWith } = assemble(source, signal);
  const { log, app, halt, pacing } = deps;
  const clockWork = createClockWork(deps, signal);
  const rounds = roundsWith(clockWork.looked);
  const relaying = createRelaying(deps, signal);
  let running: Promise<unknown> | undefined;
  let unfed = false;
  /** What turns owe and have seen to at once. */
  const inHand = new Set<Promise<void>>();
  let resumed = false;
  halt.onResume(() => {
    resumed = true;
  });

  /** Whoever is told finds in their list what they are told of. */
  function stepsFirst(): void {
    const work: Promise<void> = clockWork
      .steps({ begun: true })
      .catch((error: unknown) =>
        log.error({ err: error }, 'What is left to do could not be read; the next look does it'),
      )
      .finally(() => {
        inHand.delete(work);
        if (!signal.aborted) relaying.kick();
      });
    inHand.add(work);
  }

  /** What time brings, and what ideas have left to tell of. */
  async function begin(): Promise<void> {
    await clockWork.tick();
    await relaying.all();
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
    await doneWithin(SOON_MS, seeing);
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
      await Promise.all([receiver.stop(), running, relaying.stopped(), ...inHand]);
      await rateShare.stop();
    },
    kick(left) {
      if (left?.steps) stepsFirst();
      else void relaying.all();
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
    asksWorkplace: (person, place) => oweWorkplaceQuestion(deps, person, place),
    tellsAway: (person, until, press) => oweAwayNote(deps, person, until, press),
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
        queued: await waiting(),
        open,
        oldestSeconds: Math.max(0, age),
        perSecond: pacing.perSecond(),
        halted: halt.rests(),
      };
    },
  };
}
