import { type Ticking, ticking } from './pause.js';

/** What looks at something again and again, as long as the bot runs. */
export interface RepeatedLook {
  start(): void;
  /** Looks no more; settles when a look that is going on has ended, or has been broken off, which the next one makes good. */
  stop(): Promise<void>;
}

/** Looks at once and every so many milliseconds, one look after the other. Each is told by the signal when it is to break off, and never rejects. */
export function lookEvery(
  everyMs: number,
  look: () => Promise<void>,
  { stopping, clock = ticking }: { stopping: AbortController; clock?: Ticking | undefined },
): RepeatedLook {
  const { signal } = stopping;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await clock.pause(everyMs, signal).catch(() => undefined);
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
