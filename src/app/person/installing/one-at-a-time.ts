import type { InstallLease } from '../../../store/person/install-lease.js';
import { InstallingStops } from './installer.js';

interface OneRun {
  lease: InstallLease;
  /** This run's name, which no other has. */
  me: string;
  /** Told once, where it has to wait for another run. */
  waits: () => void;
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  signal?: AbortSignal;
}

const LOOKED_EVERY_MS = 5_000;
/** A third of what the lease holds. */
const KEPT_EVERY_MS = 20_000;

/**
 * Does the work when no other run does: while another one is at it this one waits, and a minute longer where that one has died.
 * `work` is told by its signal where the lease is lost, to a run that believed this one dead.
 */
export async function oneAtATime<T>(
  { lease, me, waits, pause, signal }: OneRun,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let first = true; !(await lease.hold(me)); first = false) {
    if (first) waits();
    await pause(LOOKED_EVERY_MS, signal);
  }
  const done = new AbortController();
  const lost = new AbortController();
  const keeping = (async () => {
    while (!done.signal.aborted) {
      await pause(KEPT_EVERY_MS, done.signal).catch(() => undefined);
      if (!done.signal.aborted && !(await lease.hold(me).catch(() => true))) lost.abort(LOST);
    }
  })();
  try {
    const ends = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal;
    const result = await work(ends);
    if (lost.signal.aborted) throw LOST;
    return result;
  } finally {
    done.abort();
    await keeping;
    await lease.release(me);
  }
}

const LOST = new InstallingStops(['Another run has taken over, for this one was silent for more than a minute.']);
