export const faultClasses = [
  'throttled',
  'gateway',
  'unsent',
  'unknown',
  'lost',
  'refused',
  'disabled',
  'tooLarge',
  'faulty',
] as const;

/**
 * Why a try did not succeed, by what follows from it:
 * `throttled` Teams asks to wait (429, 412) or is not there for now (503): try again for as long as it takes; `gateway`
 * what stands before Teams has given up (502, 504): try again a few times, for the message may have gone through; `unsent`
 * nothing left this machine; `unknown` it may have arrived (500, a reset, no answer in time); `lost` whoever sent it died and did not say; `refused` this chat takes no
 * messages, perhaps only today; `disabled` an administrator has stopped the bot for everybody; `tooLarge`; `faulty` the
 * same message would be refused again.
 * Source: Microsoft's "Send proactive messages" and "Rate limiting" for Teams bots, which has 412, 429, 502 and 504 tried
 * again, and what Teams was seen to answer; that 503 is of their kind is our inference.
 */
export interface SendFault {
  class: (typeof faultClasses)[number];
  /** For operators: a status and Teams' own code, never words of people. */
  reason: string;
  /** Milliseconds to wait, where Teams gave them. */
  retryAfterMs?: number;
  /** The message or chat is not there (404). */
  gone?: boolean;
  /** What Teams answered, if it did. */
  status?: number;
  /** The error itself, for a log that writes it without its message. */
  error?: unknown;
}

/**
 * The chat's stored address is none that the bot may call. The person's next message brings the right one, and until then
 * the chat takes nothing.
 */
export const ADDRESS_REFUSED: SendFault = { class: 'refused', reason: 'address not allowed' };
