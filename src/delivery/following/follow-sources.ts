import type { Deps } from '../../app/deps.js';
import { timeZoneOf, todayIn } from '../../app/deps.js';
import { lookAtSource, openLoss, type SourceLooked } from '../../app/person/staff/look-at-source.js';
import { SourceRefused, type StaffSource } from '../../app/person/staff/staff-source.js';
import { noteUnknownPlaces } from '../../app/person/staff/unknown-places.js';
import { hasSources } from '../../app/person/staff/workplace.js';
import { staffHappening } from '../../app/staff-happenings.js';
import { instantAt } from '../../domain/time.js';
import type { RunStore } from '../../store/delivery/runs.js';
import type { Log } from '../log.js';
import type { Ticking } from '../pacing/pause.js';
import { lookEvery, type RepeatedLook } from '../pacing/repeated-look.js';

/** Looks at the sources of who works where, as long as the bot runs. */
export interface FollowedSources extends RepeatedLook {
  /** Looks at each source whose time it is. Never rejects. */
  look(): Promise<void>;
}

interface FollowSourcesDeps {
  app: Deps;
  runs: RunStore;
  sources: readonly StaffSource[];
  log: Log;
  clock?: Ticking;
}

/** Milliseconds between two looks at whether it is time. */
const EVERY_MS = 5 * 60_000;
/** From this hour on, when personnel systems have written their files. */
const HOUR = 3;
/** Whoever has begun and has not finished after so many milliseconds is gone, or has failed: another one tries. */
const SILENCE_MS = 60 * 60_000;

/**
 * Every night, by one instance: whoever claims the night's run does it, and one that dies is taken over within the hour. A look
 * is safe to do twice. Where many would be gone, operators are told what to do, and nobody is taken away.
 */
export function followSources({ app, runs, sources, log, clock }: FollowSourcesDeps): FollowedSources {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** The run whose time it is, if any: the night's, or the one that does what a yes allows. */
  async function runNow({ name }: StaffSource): Promise<string | undefined> {
    const { allowed } = await app.sourceStates.read(name);
    if (allowed) return `${name}.${allowed.at}`;
    const today = todayIn(app);
    return app.now() < instantAt(today, HOUR, timeZoneOf(app)) ? undefined : `${name}.${today}`;
  }

  async function lookAt(source: StaffSource): Promise<void> {
    const run = await runNow(source);
    if (!run) return;
    const { mine } = await runs.claim('staff', run, app.now(), SILENCE_MS);
    if (!mine) return;
    const look = { write: true, happens: staffHappening(app, source) };
    const looked = await lookAtSource(app, breakable(source), look);
    await noteUnknownPlaces(app);
    const { loss, counts, held, faults } = looked;
    const what = { source: source.name, ...counts, leftOut: faults.length };
    if (held) await tellHeld(source, looked);
    log.info({ ...what, ...(held && { waits: loss.gone }) }, 'A source of who works where has been looked at');
    const now = app.now();
    await runs.note('staff', run, { plannedAt: now, recipients: counts.fresh + counts.changed });
    await runs.note('staff', run, { finishedAt: now });
  }

  async function tellHeld({ name }: StaffSource, { loss }: SourceLooked): Promise<void> {
    if (!(await openLoss(app, name))) return;
    log.warn(
      { source: name, gone: loss.gone, of: loss.of, departments: loss.departments.length },
      'A source says that many more are gone than is ordinary, and nobody is taken away: look at the source; where it is right, npm run staff -- --write --gone with that number',
    );
  }

  /** A stop breaks a look off: what is asked for just now, and else between two pages. */
  const breakable = (source: StaffSource): StaffSource => ({
    ...source,
    async read(state) {
      const reading = await source.read(state, signal);
      return { ...reading, pages: untilStopped(reading.pages) };
    },
  });

  async function* untilStopped<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const page of pages) {
      signal.throwIfAborted();
      yield page;
    }
  }

  async function look(): Promise<void> {
    if (!hasSources(app)) return;
    for (const source of sources) {
      if (signal.aborted) return;
      if (!app.settings().sources?.[source.name]) continue;
      try {
        await lookAt(source);
      } catch (error) {
        if (signal.aborted) return;
        const why =
          error instanceof SourceRefused ? { first: error.lines[0], faults: error.lines.length } : { err: error };
        log.error(
          { source: source.name, ...why },
          'A source of who works where could not be used, and what was known stays; it is tried again within the hour',
        );
      }
    }
  }

  const { start, stop } = lookEvery(EVERY_MS, look, { stopping, clock });
  return { start: () => (sources.length > 0 ? start() : undefined), stop, look };
}
