import type { Log } from '../log.js';
import { type Ticking, ticking } from '../pacing/pause.js';

export interface IndexBuilding {
  /** Begins to build, beside all else; goes on until it is done. Again when all has been lost: once what was begun before has ended. */
  start(): void;
  /** Breaks it off, and settles when nothing is being read any more. */
  stop(): Promise<void>;
}

interface IndexBuildingDeps {
  /** Builds on from where it was, and gives whether all is there; not where it has to be begun again. */
  build: (stopping: AbortSignal) => Promise<boolean>;
  log: Log;
  clock?: Ticking;
}

/** Milliseconds until a building that storage has broken off goes on. */
const GOES_ON_AFTER_MS = 5_000;

/** Builds what this instance holds in memory, while it already answers; storage that fails makes it wait. */
export function createIndexBuilding({ build, log, clock = ticking }: IndexBuildingDeps): IndexBuilding {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    for (let fails = false; !signal.aborted; ) {
      try {
        const isWhole = await build(signal);
        if (isWhole && !signal.aborted) log.info({}, 'All ideas can be found');
        return;
      } catch (error) {
        if (!signal.aborted && !fails)
          log.error({ err: error }, 'Ideas could not be read to be found; it goes on from there every few seconds');
        fails = true;
      }
      await clock.pause(GOES_ON_AFTER_MS, signal).catch(() => undefined);
    }
  }

  return {
    start() {
      running = running.then(run);
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await running;
    },
  };
}
