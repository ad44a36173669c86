import type { Deps } from '../../app/deps.js';
import { countAnew, countWhatHappened, isCurrent, stillCounts } from '../../app/figures/count-ideas.js';
import type { Log } from '../log.js';
import type { Ticking } from '../pacing/pause.js';
import { lookEvery, type RepeatedLook } from '../pacing/repeated-look.js';

/** Keeps what the overview shows as ideas are, as long as the bot runs. */
export interface FollowedFigures extends RepeatedLook {
  /** Counts what has happened since the last look. Never rejects. */
  look(): Promise<void>;
}

interface FollowFiguresDeps {
  app: Deps;
  /** A name that no other instance has. */
  me: string;
  log: Log;
  clock?: Ticking;
}

/** Milliseconds between two looks: months are counted, and what waits. */
const EVERY_MS = 60_000;

/**
 * One instance counts for all: whoever has claimed it, until it is silent. Nothing is counted before the organisation file
 * says that measuring has been negotiated and decided.
 */
export function followFigures({ app, me, log, clock }: FollowFiguresDeps): FollowedFigures {
  const stopping = new AbortController();
  const { signal } = stopping;
  let fails = false;
  const told = new Set<string>();

  const counter = {
    me,
    stopping: signal,
    unread: (id: string, err: unknown) =>
      log.error(
        { id, err },
        'The record of an idea could not be counted: its figures stay as they were. Look at its rows',
      ),
  };

  async function count(): Promise<void> {
    const { mine, old, reading } = await app.figureState.claim(me, app.now());
    if (!mine) return;
    if (reading && isCurrent(reading.counting)) await countWhatHappened(app, reading, counter);
    else {
      const ideas = await countAnew(app, counter);
      if (ideas !== undefined) log.info({ ideas }, 'All ideas are counted in figures');
    }
    // What nobody reads any more: what has just been read, not before the next look.
    for (const counting of old) {
      const isGone = await app.figures.drop(counting, () => stillCounts(app, counter));
      if (isGone) await app.figureState.dropped(me, counting);
    }
  }

  /** What a year has no room for is not counted: operators are told once, for nobody else sees it. */
  function tellWhatIsFull(): void {
    for (const year of app.besideLog.full()) {
      if (told.has(year)) continue;
      told.add(year);
      log.warn(
        { year },
        'Openings of lessons and units with the same problem have no more room this year: new ones are not counted',
      );
    }
  }

  async function look(): Promise<void> {
    if (!app.settings().measuring) return;
    try {
      await app.besideLog.write();
      await count();
      tellWhatIsFull();
      if (fails) log.info({}, 'Figures are counted again');
      fails = false;
    } catch (err) {
      if (!signal.aborted && !fails)
        log.error({ err }, 'Figures could not be counted, and stay as they were; it is tried again every minute');
      fails = true;
    }
  }

  const looks = lookEvery(EVERY_MS, look, { stopping, clock });

  /** What has been gathered since the last look is written too. */
  async function stop(): Promise<void> {
    await looks.stop();
    await app.besideLog.write().catch((err: unknown) => log.error({ err }, 'Openings of lessons could not be counted'));
  }

  return { start: looks.start, stop, look };
}
