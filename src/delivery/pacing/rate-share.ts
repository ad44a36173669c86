import type { RowVersions } from '../../store/row-versions.js';
import type { SharedStore } from '../../store/shared.js';
import type { Log } from '../log.js';
import type { Pacing } from './pacing.js';
import { type Ticking, ticking } from './pause.js';

/**
 * The parts of the rate that instances hold: turns a second, and until when by storage's clock (ms). It is the lease of an
 * instance that runs, so it also says up to which version that one reads rows; an earlier release says nothing.
 */
export type Shares = Record<string, { perSecond: number; until: number; reads?: number }>;

/** The row in which the shares stand. */
export const RATE = 'rate';

/** How long a share is held, and how often it is asked for anew, in milliseconds; more often while it is smaller than it should be. */
const HELD_MS = 6000;
const RENEWED_MS = 1000;
const ASKED_AGAIN_MS = 400;
/** Storage tells the time in whole seconds, and a slot counts for a second: a share is used that much shorter than it is held. */
const SLACK_MS = 2000;

/** An equal part of the rate in whole turns; what does not divide goes to the first ones by name. */
export function fairShare(shares: Shares, me: string, rate: number, now: number): number {
  const others = Object.keys(shares).filter((name) => name !== me && (shares[name]?.until ?? 0) > now);
  const names = [me, ...others].sort();
  return Math.floor(rate / names.length) + (names.indexOf(me) < rate % names.length ? 1 : 0);
}

/**
 * The shares after an instance has asked for its own: an equal part, but never more than others have left, so that the sum
 * stays within the rate at every moment; and never less than what it is `using`, which it lowers before it asks. Pure;
 * `now` is storage's.
 */
export function shareOut(
  shares: Shares,
  me: string,
  rate: number,
  now: number,
  using: number,
  says: { reads?: number } = {},
): Shares {
  const others = Object.entries(shares).filter(([name, { until }]) => name !== me && until > now);
  const left = rate - others.reduce((sum, [, { perSecond }]) => sum + perSecond, 0);
  const perSecond = Math.max(using, Math.min(fairShare(shares, me, rate, now), left), 0);
  return { ...Object.fromEntries(others), [me]: { perSecond, until: now + HELD_MS, ...says } };
}

interface RateShareDeps {
  shared: SharedStore;
  pacing: Pick<Pacing, 'share'>;
  /** Turns a second of all instances together. */
  rate: number;
  /** This instance's name, which no other has. */
  name: string;
  log: Log;
  /** Is told what all who run read, and says what this instance does. */
  versions?: Pick<RowVersions, 'reads' | 'heard'>;
  clock?: Ticking;
}

/** Keeps this instance's share of the rate as long as it runs. Without storage there is no share, and nothing is sent. */
export function createRateShare({ shared, pacing, rate, name, log, versions, clock = ticking }: RateShareDeps) {
  const says = versions ? { reads: versions.reads } : {};
  const stopping = new AbortController();
  let holding: Promise<void> | undefined;
  let share = 0;
  let until = Number.NEGATIVE_INFINITY;
  const using = (): number => (clock.now() < until ? share : 0);

  function use(perSecond: number, end: number): void {
    share = perSecond;
    until = end;
    pacing.share(perSecond, end - clock.now());
  }

  /** Asks for the share that is due now; one that is to shrink is no longer used before others hear of it. True when it is all. */
  async function renew(): Promise<boolean> {
    const { value = {}, now } = await shared.read<Shares>(RATE);
    const fair = fairShare(value, name, rate, now);
    if (fair < using()) {
      use(fair, until);
      await clock.pause(1000, stopping.signal);
    }
    const asked = clock.now();
    const shares = await shared.change<Shares>(RATE, (was = {}, at) => shareOut(was, name, rate, at, using(), says));
    // Those whose lease has run out are left out by it.
    versions?.heard(Object.values(shares ?? {}));
    use(shares?.[name]?.perSecond ?? 0, asked + HELD_MS - SLACK_MS);
    return share >= fair;
  }

  async function hold(): Promise<void> {
    while (!stopping.signal.aborted) {
      let enough = false;
      try {
        enough = await renew();
      } catch (error) {
        if (stopping.signal.aborted) return;
        // Who has come meanwhile nobody knows.
        versions?.heard([]);
        log.error(
          { err: error },
          'The share of the rate cannot be renewed; when it runs out, messages wait for storage',
        );
      }
      await clock.pause(enough ? RENEWED_MS : ASKED_AGAIN_MS, stopping.signal).catch(() => undefined);
    }
  }

  return {
    /** From now on only the share that is held is used; none until it is granted. */
    start(): void {
      use(0, clock.now());
      holding ??= hold();
    },

    /** Gives the share back: others have it when this instance's last second is over. */
    async stop(): Promise<void> {
      if (!holding) return;
      stopping.abort(new Error('Stopping'));
      await holding;
      use(0, clock.now());
      try {
        await shared.change<Shares>(RATE, (shares = {}, now) => {
          const mine = shares[name];
          return mine && { ...shares, [name]: { ...mine, until: Math.min(mine.until, now + SLACK_MS) } };
        });
      } catch (error) {
        log.warn({ err: error }, 'The share of the rate could not be given back; others have it in a few seconds');
      }
    },
  };
}
