import { doneWithin } from '../../delivery/pacing/pause.js';
import type { Chat } from '../chat.js';
import { type Incoming, isInvoke } from '../incoming.js';

/**
 * How long, in milliseconds, an HTTP request waits for its turn. Teams shows an error when an invoke is not answered within
 * five seconds, and sends a message again after fifteen; the turn itself goes on.
 */
const INVOKE_WITHIN_MS = 4000;
const MESSAGE_WITHIN_MS = 12_000;

/** Answers HTTP requests in time, whatever their turns take, and knows the turns that go on after that. */
export class InTime {
  private readonly unfinished = new Set<Promise<void>>();

  /** `takesLonger`: the line for an invoke whose turn goes on. */
  constructor(private readonly takesLonger: (activity: Incoming) => string) {}

  /** Runs a turn; settles when it is over or its request must be answered, and then leaves the chat. */
  async run(activity: Incoming, chat: Chat, turn: () => Promise<void>): Promise<void> {
    const running = turn().finally(() => this.unfinished.delete(running));
    this.unfinished.add(running);
    try {
      await doneWithin(isInvoke(activity) ? INVOKE_WITHIN_MS : MESSAGE_WITHIN_MS, running);
      await chat.answerInvoke({ text: this.takesLonger(activity) });
    } finally {
      chat.leave();
    }
  }

  /** Settles when all turns are over that outlast their HTTP requests. */
  async over(): Promise<void> {
    await Promise.allSettled(this.unfinished);
  }
}
