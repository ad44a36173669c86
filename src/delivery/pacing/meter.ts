import type { DeliveryState, Subject } from '../../store/delivery/deliveries.js';
import type { SendFault } from '../send-fault.js';

/** Told of what becomes of deliveries, so that operators can count. */
export interface Meter {
  /** A delivery has come into a state. */
  settled(kind: Subject['kind'], state: DeliveryState): void;
  /** A try did not succeed. */
  failed(fault: SendFault['class']): void;
}

export const noMeter: Meter = { settled() {}, failed() {} };

/** How deliveries are doing now. */
export interface Figures {
  /** Messages in the queue of wake-ups, about. */
  queued: number;
  /** Deliveries that are not finished, and the age in seconds of the one that has been due for longest, at the latest look. */
  open: number;
  oldestSeconds: number;
  /** Messages a second that this instance may send now. */
  perSecond: number;
  /** Sending rests: an administrator has stopped the bot, or most conversations fail. */
  halted: boolean;
}
