import type { Log } from '../log.js';
import { type Ticking, ticking } from '../pacing/pause.js';

export interface IndexBuilding {
  /** Begins to build, beside all else; goes on until it is done. */
  start(): void;
  /** Breaks it off, and settles when nothing is being read any more. */
  stop(): Promise<void>;
}

interface IndexBuildingDeps {
  /** Builds on from where it was, and settles when all is there. */
  build: (stopping: AbortSignal) => Promise<void>;
  log: Log;
  clock?: Ticking;
}

/** Milliseconds until a building that storage has broken off goes on. */
const GOES_ON_AFTER_MS = 5_000;

/** Builds what this instance holds in memory, once, while it already answers; storage that fails makes it wait. */
export function createIndexBuilding({ build, log, clock = ticking }: IndexBuildingDeps): IndexBuilding {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let fails = false; !signal.aborted; ) {
      try {
        await build(signal);
        if (!signal.aborted) log.info({}, 'All ideas can be found');
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
      running ??= run();
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await running;
    },
  };
}
