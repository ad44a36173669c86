import { type Instant, millisecondsOf } from '../../domain/time.js';
import type { SendFault } from '../send-fault.js';

/**
 * Faults that say something of Teams, or of the way to it, and nothing of the one whose chat it is. A chat that is blocked
 * or gone (403, 404) is none of them: nobody stops all messages by blocking their own.
 */
const ofTeams: ReadonlySet<SendFault['class']> = new Set(['throttled', 'gateway', 'unknown', 'unsent']);

/** What became of messages is remembered for so many milliseconds. */
const WITHIN_MS = 60_000;
/**
 * Most conversations: three of five, and so many of them. Fewer may fail each for a reason of its own, whichever are written to
 * first; Teams throttles a conversation by itself, and whoever is sent much counts once.
 */
const FEWEST_FAILED = 6;
const MOST = 0.6;

/** Whether most of the different conversations that were written to lately have failed. By the clock given, in memory. */
export function createStorm(now: () => Instant) {
  /** Each conversation's latest outcome, the oldest first. */
  const latest = new Map<string, { at: number; failed: boolean }>();

  function forgetOld(since: number): void {
    for (const [conversation, { at }] of latest) {
      if (at > since) return;
      latest.delete(conversation);
    }
  }

  return {
    isOfTeams: (fault: SendFault['class']): boolean => ofTeams.has(fault),

    noted(conversation: string, failed: boolean): void {
      const at = millisecondsOf(now());
      latest.delete(conversation);
      latest.set(conversation, { at, failed });
      forgetOld(at - WITHIN_MS);
    },

    rages(): boolean {
      const failed = [...latest.values()].filter((one) => one.failed).length;
      return failed >= FEWEST_FAILED && failed >= MOST * latest.size;
    },

    forget: () => latest.clear(),
  };
}
