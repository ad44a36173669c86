import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import type { Delivery, Progress, Subject } from '../../store/delivery/deliveries.js';
import type { SendFault } from '../send-fault.js';

/** What the rules need of the world: a number in [0, 1) to spread tries, and when people are next at work. */
export interface Moment {
  now: Instant;
  chance: number;
  nextMorning: Instant;
  /** The person's chat has refused messages on so many days that it is called closed. */
  chatIsClosed: boolean;
}

/**
 * What a kind of message is worth when it may have arrived. `gateway`: so many tries in all when 502 or 504 is answered;
 * `lost`, `unknown`: so often it is sent again when its sender died, which is our fault and seldom, and when Teams answered
 * 500 or nothing. A digest comes once at most, and to draw a card anew changes nothing the second time.
 */
const doubts: { readonly [K in Subject['kind']]: { gateway: number; lost: number; unknown: number } } = {
  notice: { gateway: 3, lost: 1, unknown: 0 },
  reactions: { gateway: 3, lost: 1, unknown: 0 },
  update: { gateway: 6, lost: 5, unknown: 5 },
  receipt: { gateway: 3, lost: 1, unknown: 0 },
  file: { gateway: 3, lost: 1, unknown: 0 },
  welcome: { gateway: 3, lost: 1, unknown: 0 },
  daily: { gateway: 3, lost: 0, unknown: 0 },
  arrival: { gateway: 1, lost: 0, unknown: 0 },
  catchUp: { gateway: 3, lost: 0, unknown: 0 },
  note: { gateway: 3, lost: 1, unknown: 0 },
  digest: { gateway: 1, lost: 0, unknown: 0 },
};

/** What asks somebody to act and may not have arrived is sent once more after this: twice is better than never. */
const ONCE_MORE_AFTER_MS = 10 * 60_000;
/** A message that is refused as it stands is tried so often, for the refusal may be Teams' own fault. */
const MOST_FAULTS = 5;
/** A card that cannot be found to be drawn anew is looked for on so many days. */
const MOST_REFUSALS = 3;
/** While an administrator has stopped the bot, other messages try whether it works again. */
const AFTER_HALT_MS = 15 * 60_000;
/** Whatever Teams asks for, a message is tried again within an hour. */
const LONGEST_WAIT_MS = 3_600_000;

/** Whether it only draws a message anew that stands in its chat. */
export const redraws = (delivery: Delivery): boolean =>
  delivery.kind === 'update' || (delivery.kind === 'daily' && delivery.activity !== undefined);

/** 2, 4, 8 … seconds, at most five minutes, each at random between half and all of it; in milliseconds. */
export function backoffMs(tries: number, chance: number): number {
  const longestMs = Math.min(300_000, 1000 * 2 ** Math.min(tries, 20));
  return longestMs * (0.5 + chance / 2);
}

/**
 * What becomes of a delivery whose try did not succeed. Waiting, and what never left this machine, count as no fault:
 * such a message waits as long as the hindrance lasts. Pure. Unknown outcomes are counted, whatever becomes of it.
 */
export function afterTry(delivery: Delivery, fault: SendFault, moment: Moment): Delivery {
  const { owner: _o, deadline: _d, reason: _r, ...rest } = delivery;
  const end = (state: Progress['state'], counts: Partial<Progress> = {}): Delivery => ({
    ...rest,
    ...counts,
    state,
    reason: fault.reason,
    at: moment.now,
  });
  const later = (waitMs: number, counts: Partial<Progress> = {}): Delivery => ({
    ...end('owed', counts),
    due: instantOf(millisecondsOf(moment.now) + Math.ceil(waitMs)),
  });
  const pauseMs = backoffMs(delivery.tries, moment.chance);
  const doubt = doubts[redraws(delivery) ? 'update' : delivery.kind];

  switch (fault.class) {
    case 'throttled':
      return later(Math.min(fault.retryAfterMs ?? pauseMs, LONGEST_WAIT_MS));
    case 'unsent':
      return later(pauseMs);
    case 'disabled':
      return later(AFTER_HALT_MS);
    case 'gateway': {
      const unknown = delivery.unknown + 1;
      return unknown < doubt.gateway ? later(pauseMs, { unknown }) : end('ambiguous', { unknown });
    }
    case 'lost':
    case 'unknown': {
      const unknown = delivery.unknown + 1;
      if (unknown <= doubt[fault.class]) return later(pauseMs, { unknown });
      // What a day card may not have told, the next one tells: nobody is alerted twice a day.
      const once = delivery.asks && !delivery.onceMore && delivery.kind !== 'daily';
      return once ? later(ONCE_MORE_AFTER_MS, { unknown, onceMore: true }) : end('ambiguous', { unknown });
    }
    case 'refused': {
      const refusals = delivery.refusals + 1;
      // A card that is gone for good, or stands in a chat that is closed, misleads nobody.
      if (redraws(delivery) && refusals >= MOST_REFUSALS) return end('moot', { refusals });
      if (moment.chatIsClosed) return end('unreachable', { refusals });
      return { ...end('owed', { refusals }), due: moment.nextMorning };
    }
    case 'tooLarge':
      return delivery.short ? end('failed') : later(0, { short: true });
    case 'faulty': {
      const faults = delivery.faults + 1;
      return faults >= MOST_FAULTS ? end('failed', { faults }) : later(pauseMs, { faults });
    }
  }
}
