import type { Deps } from '../../app/deps.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import type { SharedStore } from '../../store/shared.js';
import type { Log } from '../log.js';
import type { SendFault } from '../send-fault.js';
import { createStorm } from './storm.js';

/** Why sending rests: an administrator has stopped the bot, or most conversations fail. */
type Reason = 'disabled' | 'storm';

/** That sending rests, as all instances know it. `times` 0: it does not. */
export interface HaltRow {
  times: number;
  since: Instant;
  until: Instant;
  /** Absent in a row of an older version, which knew of administrators only. */
  why?: Reason;
  /** Until when one message may take to try whether sending may go on; in one instance, for all. */
  probing?: Instant;
}

/** The row in which it stands. */
export const HALT = 'halt';
export const goOn = (now: Instant): HaltRow => ({ times: 0, since: now, until: now });

/**
 * How long sending rests before one message tries again, in seconds; the last one stays. An administrator takes their
 * time; a storm may be over at any moment, and what is owed shall not wait long after it.
 */
const RESTS: { readonly [R in Reason]: readonly [number, ...number[]] } = {
  disabled: [60, 120, 240, 480, 900],
  storm: [15, 30, 60, 120, 180],
};
/** A message that tries and says nothing for so many milliseconds is lost: another one tries. Longer than one try takes. */
const PROBE_MS = 45_000;

const told: { readonly [R in Reason]: string } = {
  disabled: 'An administrator has stopped the bot in Teams: sending rests. Allow the app in the admin center',
  storm: 'Most conversations fail: sending rests, one message tries now and then, and nothing is lost',
};

export type Halt = ReturnType<typeof createHalt>;

/**
 * Sending rests for everybody while Teams takes messages from nobody, for then thousands of tries would only make noise,
 * and each of them would be one more that may have arrived. When a rest is over one message tries; if Teams takes it all
 * go on, else the next rest is longer. Told through storage, so that other instances and a restarted one rest too. Replies
 * to those who are chatting do not rest.
 */
export function createHalt(
  { now }: Pick<Deps, 'now'>,
  shared: SharedStore,
  log: Log,
  /** Called when sending goes on: all that is owed is to be looked at. */
  resumed: () => void,
) {
  const storm = createStorm(now);
  let halt = goOn(now());
  let probing = false;
  const listeners = [resumed];

  const isOver = ({ times, until }: HaltRow): boolean => times === 0 || until <= now();

  function learn(known: HaltRow): void {
    const wasHalted = halt.times > 0;
    halt = known;
    if (!wasHalted || known.times > 0) return;
    probing = false;
    // What failed before says nothing of now.
    storm.forget();
    log.info({ since: known.since }, 'Messages are taken again; sending goes on');
    for (const tell of listeners) tell();
  }

  async function rest(why: Reason): Promise<void> {
    // Others were refused before, or messages that were on their way when the first one was.
    if (halt.times > 0 && halt.why === why && !isOver(halt)) return;
    const known = await shared.change<HaltRow>(HALT, (was = goOn(now())) => {
      const before = was.times > 0 && (was.why ?? 'disabled') === why ? was : undefined;
      if (before && !isOver(before)) return undefined;
      const [first, ...longer] = RESTS[why];
      const times = before?.times ?? 0;
      const seconds = [first, ...longer][times] ?? longer.at(-1) ?? first;
      const until = instantOf(millisecondsOf(now()) + seconds * 1000);
      return { times: times + 1, since: before?.since ?? now(), until, why };
    });
    const isNews = known !== undefined && known.times > 0 && known.until !== halt.until;
    if (known) learn(known);
    if (!isNews) return;
    const what = { since: halt.since, until: halt.until };
    if (why === 'disabled') log.error(what, told.disabled);
    else log.warn(what, told.storm);
  }

  async function end(): Promise<void> {
    learn((await shared.change<HaltRow>(HALT, () => goOn(now()))) ?? goOn(now()));
  }

  return {
    /** Whether nothing may be sent just now. */
    rests: (): boolean => halt.times > 0 && (probing || !isOver(halt)),

    /**
     * Asked before a message is sent: `probe` for the one that tries whether Teams takes it, to be told of by `probed`. A
     * round trip only when a rest is over, so that of all instances one tries.
     */
    async permit(): Promise<'go' | 'probe' | 'rest'> {
      if (halt.times === 0) return 'go';
      if (probing || !isOver(halt)) return 'rest';
      probing = true;
      let mine = false;
      try {
        const known = await shared.change<HaltRow>(HALT, (was = goOn(now())) => {
          mine = isOver(was) && was.times > 0 && (was.probing ?? '') <= now();
          return mine ? { ...was, probing: instantOf(millisecondsOf(now()) + PROBE_MS) } : undefined;
        });
        if (known) learn(known);
      } finally {
        probing = mine;
      }
      if (mine) return 'probe';
      return halt.times === 0 ? 'go' : 'rest';
    },

    /** The try is over, whatever came of it. */
    async probed(): Promise<void> {
      probing = false;
      if (halt.times === 0 || halt.probing === undefined || !isOver(halt)) return;
      // Nothing was learned: the next message may try at once.
      const known = await shared.change<HaltRow>(HALT, (was) => {
        const { probing: mine, ...rest } = was ?? goOn(now());
        return mine === halt.probing ? rest : undefined;
      });
      if (known) learn(known);
    },

    /** Teams has not taken a message for this conversation. */
    async failed(conversation: string, fault: SendFault['class']): Promise<void> {
      if (fault === 'disabled') return rest('disabled');
      const isOfTeams = storm.isOfTeams(fault);
      storm.noted(conversation, isOfTeams);
      if (isOfTeams) {
        if (probing) return rest(halt.why ?? 'disabled');
        if (halt.times === 0 && storm.rages()) return rest('storm');
      } else if (halt.why === 'storm' && probing) {
        // Teams has looked at the message and refused this one: it is there.
        await end();
      }
    },

    /** Teams has taken a message. In a storm some get through: only the one that tries says that it is over. */
    async worked(conversation: string): Promise<void> {
      storm.noted(conversation, false);
      if (halt.times > 0 && (halt.why !== 'storm' || probing)) await end();
    },

    /** Learns what other instances have found, or operators have decided. One round trip. */
    async look(): Promise<void> {
      const { value } = await shared.read<HaltRow>(HALT);
      if (value) learn(value);
    },

    /** Tells when sending goes on after a rest. */
    onResume: (tell: () => void): void => void listeners.push(tell),
  };
}
