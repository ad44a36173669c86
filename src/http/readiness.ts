import { type Instant, millisecondsOf } from '../domain/time.js';
import type { Storage } from '../store/storage.js';

/** More than this between our clock and storage's, and answer dates and wake-ups go wrong; storage tells whole seconds. */
const CLOCK_SLACK_MS = 2_000 + 1_000;

/** Why the bot cannot do its work: a word for the outside; the message is for operators. */
export class NotReady extends Error {
  constructor(
    readonly reason: 'storage' | 'queue' | 'clock' | 'keys',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * Resolves when tables and queue answer, the clock agrees with storage's and, where it is asked, tokens can be judged;
 * rejects with a NotReady otherwise.
 */
export async function assertReady(
  storage: Pick<Storage, 'ping'>,
  now: () => Instant,
  canJudge: () => Promise<boolean> = async () => true,
): Promise<void> {
  const [{ silent, cause, storageTime }, judges] = await Promise.all([storage.ping(), canJudge()]);
  if (silent)
    throw new NotReady(silent, `No answer from ${silent}: check the connection string and the network`, cause);
  const apart = storageTime === undefined ? 0 : Math.abs(millisecondsOf(now()) - storageTime);
  if (apart > CLOCK_SLACK_MS) throw new NotReady('clock', `${apart} ms from storage's clock: set the machine's time`);
  if (!judges) throw new NotReady('keys', 'No key of Bot Framework is known: let the bot reach login.botframework.com');
}
