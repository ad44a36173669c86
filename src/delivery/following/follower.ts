import { type Instant, millisecondsOf } from '../../domain/time.js';
import { readLogKey } from '../../store/keys.js';
import { LOG_PAGE, type LogEntry, type LoggedRow, type LogStore } from '../../store/log.js';
import type { Log } from '../log.js';
import { type Ticking, ticking } from '../pacing/pause.js';
import { PlaceInLog } from './place-in-log.js';

/** What somebody does with what has happened. What it throws is logged, and it gets the same again at the next look. */
export type TakesIn = (entries: readonly LogEntry[], stopping: AbortSignal) => Promise<void>;

export interface Follower {
  /**
   * From now on `follows` is given all that is stored from an instant on, each once, in batches in order of time; what was
   * stored late comes late. Of the two minutes before it is given too what it may know already.
   */
  follow(name: string, from: Instant, follows: TakesIn): void;
  /** Begins to look, every two seconds. */
  start(): void;
  /** Looks no more, and settles when those who follow are done with what they were given. */
  stop(): Promise<void>;
  /** Looks now: settles when all that is new has been given, and taken or refused. One request where nothing is new. */
  look(): Promise<void>;
}

interface FollowerDeps {
  events: LogStore;
  now: () => Instant;
  log: Log;
  clock?: Ticking;
}

/** Milliseconds between two looks: with what is done about it, everybody knows within five seconds. */
const LOOKS_EVERY_MS = 2_000;
/** As long, in milliseconds, others wait for one who follows. */
const WAITS_MS = 2_000;
/** Storage that has not answered within this time, in milliseconds, is asked again at the next look. */
const ANSWERS_WITHIN_MS = 10_000;

/** One who follows. */
interface Following {
  name: string;
  follows: TakesIn;
  place: PlaceInLog;
  /** It has fallen behind the others, and reads by itself until it is where they are. */
  alone: boolean;
  fails: boolean;
  /** What it is doing with what it was given. */
  inHand?: Promise<unknown>;
}

/**
 * Follows the log for all who want to know what happens, whichever instance does it: one reading for all. Whoever fails or
 * takes long holds up nobody: it goes on from its own place, by itself until it has caught up. Nothing is kept but how far
 * each has come, and the keys of two minutes.
 */
export function createFollower({ events, now, log, clock = ticking }: FollowerDeps): Follower {
  const all: Following[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | undefined;
  let looking: Promise<void> = Promise.resolve();
  let storageFails = false;

  async function page(from: Instant | { after: string }): Promise<LoggedRow[]> {
    const late = new AbortController();
    const heard = new AbortController();
    clock.pause(ANSWERS_WITHIN_MS, heard.signal).then(
      () => late.abort(new Error('Storage has not answered in time')),
      () => undefined,
    );
    try {
      return await events.page(from, AbortSignal.any([signal, late.signal]));
    } finally {
      heard.abort();
    }
  }

  /** Gives one what is new to it, and says whether it has taken it in time. */
  async function give(one: Following, entries: readonly LogEntry[], upTo: number): Promise<boolean> {
    const fresh = entries.filter(({ key }) => one.place.isNew(key));
    const taken = () =>
      one.place.has(
        fresh.map(({ key }) => key),
        upTo,
      );
    if (fresh.length === 0) {
      taken();
      return true;
    }
    const work = takes(one, fresh).then((ok) => {
      if (ok) taken();
      return ok;
    });
    const inHand = work.finally(() => {
      if (one.inHand === inHand) delete one.inHand;
    });
    one.inHand = inHand;
    const over = new AbortController();
    const ok = await Promise.race([work, clock.pause(WAITS_MS, over.signal).catch(() => undefined)]);
    over.abort();
    return ok === true;
  }

  async function takes(one: Following, entries: readonly LogEntry[]): Promise<boolean> {
    const { name } = one;
    try {
      await one.follows(entries, signal);
      if (one.fails) log.info({ follower: name }, 'What happens is followed again');
      one.fails = false;
      return true;
    } catch (error) {
      if (!signal.aborted && !one.fails)
        log.error(
          { follower: name, err: error },
          'What has happened could not be taken in; it is tried again every few seconds',
        );
      one.fails = true;
      return false;
    }
  }

  /** Reads on for some who are at about the same place; who does not take what it is given drops out. */
  async function readFor(group: readonly Following[]): Promise<void> {
    const began = millisecondsOf(now());
    let active = group;
    let from: Instant | { after: string } = group.map(({ place }) => place.from).toSorted()[0] ?? now();
    for (;;) {
      const rows = await page(from);
      const last = rows.at(-1)?.rowKey;
      const isAll = rows.length < LOG_PAGE || last === undefined;
      const upTo = isAll ? began : Math.min(began, millisecondsOf(readLogKey(last)?.at ?? now()));
      const entries = events.read(rows.filter(({ rowKey }) => active.some(({ place }) => place.isNew(rowKey))));
      const taken = await Promise.all(active.map((one) => give(one, entries, upTo)));
      for (const [at, one] of active.entries()) if (!taken[at]) one.alone = true;
      active = active.filter((_, at) => taken[at]);
      if (isAll || active.length === 0 || signal.aborted) break;
      from = { after: last };
    }
    for (const one of active) one.alone = false;
  }

  async function lookOnce(): Promise<void> {
    const free = all.filter(({ inHand }) => !inHand);
    const together = free.filter(({ alone }) => !alone);
    const groups = [together, ...free.filter(({ alone }) => alone).map((one) => [one])];
    const reads = groups.filter(({ length }) => length > 0).map(readFor);
    for (const read of await Promise.allSettled(reads)) {
      if (signal.aborted) return;
      if (read.status === 'fulfilled') continue;
      if (!storageFails)
        log.error({ err: read.reason }, 'What happens could not be read; it is tried again every few seconds');
      storageFails = true;
      return;
    }
    if (storageFails) log.info({}, 'What happens can be read again; nothing of it was missed');
    storageFails = false;
  }

  function look(): Promise<void> {
    looking = looking.then(() => (signal.aborted ? undefined : lookOnce()));
    return looking;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await clock.pause(LOOKS_EVERY_MS, signal).catch(() => undefined);
    }
  }

  return {
    follow(name, from, follows) {
      all.push({ name, follows, place: new PlaceInLog(from), alone: false, fails: false });
    },
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await Promise.all([running, looking, ...all.map(({ inHand }) => inHand)]);
    },
    look,
  };
}
