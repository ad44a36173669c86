import type { Deps } from '../app/deps.js';
import { type Instant, instantOf, millisecondsOf } from '../domain/time.js';
import type { SharedStore } from '../store/shared.js';
import type { Log } from './deps.js';

/** That an administrator has stopped the bot, as all instances know it. `times` 0: it is not so. */
export interface HaltRow {
  times: number;
  since: Instant;
  until: Instant;
}

/** The row in which it stands. */
export const HALT = 'halt';
export const goOn = (now: Instant): HaltRow => ({ times: 0, since: now, until: now });

/** How long sending rests before one message tries whether the bot may write again, in minutes; the last one stays. */
const RESTS = [1, 2, 4, 8, 15] as const;

export type Halt = ReturnType<typeof createHalt>;

/**
 * Sending rests for everybody while Teams says that an administrator has stopped the bot, for a refusal to one is a
 * refusal to all, and thousands of tries would only make noise. When a rest is over one message tries; if Teams takes it
 * all go on, else the next rest is longer. Told through storage, so that other instances and a restarted one rest too.
 */
export function createHalt(
  { now }: Pick<Deps, 'now'>,
  shared: SharedStore,
  log: Log,
  /** Called when sending goes on: all that is owed is to be looked at. */
  resumed: () => void,
) {
  let halt = goOn(now());
  let probing = false;

  function learn(known: HaltRow): void {
    const wasHalted = halt.times > 0;
    halt = known;
    if (!wasHalted || known.times > 0) return;
    probing = false;
    log.info({ since: known.since }, 'The bot may write again; sending goes on');
    resumed();
  }

  return {
    /** Whether nothing may be sent just now. */
    rests: (): boolean => halt.times > 0 && (probing || halt.until > now()),

    /** Asked before a message is sent: `probe` for the one that tries whether Teams takes it, to be told of by `probed`. */
    permit(): 'go' | 'probe' | 'rest' {
      if (halt.times === 0) return 'go';
      if (probing || halt.until > now()) return 'rest';
      probing = true;
      return 'probe';
    },

    /** The try is over, whatever came of it. */
    probed(): void {
      probing = false;
    },

    /** Teams has said that an administrator has stopped the bot. */
    async refused(): Promise<void> {
      const known = await shared.change<HaltRow>(HALT, (was = goOn(now())) => {
        // Others were refused before, or messages that were on their way when the first one was.
        if (was.times > 0 && was.until > now()) return undefined;
        const minutes = RESTS[was.times] ?? 15;
        const until = instantOf(millisecondsOf(now()) + minutes * 60_000);
        return { times: was.times + 1, since: was.times > 0 ? was.since : now(), until };
      });
      const isNews = known !== undefined && known.until !== halt.until;
      if (known) learn(known);
      if (isNews) {
        const what = { since: halt.since, until: halt.until };
        log.error(
          what,
          'An administrator has stopped the bot in Teams: sending rests. Allow the app in the admin center',
        );
      }
    },

    /** Teams has taken a message. */
    async worked(): Promise<void> {
      if (halt.times === 0) return;
      learn((await shared.change<HaltRow>(HALT, () => goOn(now()))) ?? goOn(now()));
    },

    /** Learns what other instances have found, or operators have decided. One round trip. */
    async look(): Promise<void> {
      const { value } = await shared.read<HaltRow>(HALT);
      if (value) learn(value);
    },
  };
}
