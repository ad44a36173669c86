import { pause } from '../../delivery/pacing/pause.js';
import type { SendFault } from '../../delivery/send-fault.js';
import type { SendResult } from '../chat.js';

/** An answer that Teams does not take is tried again for so many milliseconds: then its asker has asked again or gone. */
const TRIED_FOR_MS = 10_000;
const FIRST_WAIT_MS = 500;
/** What stands before Teams may have let it through (502, 504): so many tries. */
const MOST_AT_GATEWAY = 3;

/** What may be tried again: nothing has arrived, or probably not. What may have arrived is not, nor what would be refused again. */
const again: ReadonlySet<SendFault['class']> = new Set(['throttled', 'gateway', 'unsent', 'refused']);

/** Shows something that nothing was stored for, with more tries, each later than the one before, within ten seconds. */
export async function keepTrying(
  show: () => Promise<SendResult>,
  clock = () => performance.now(),
): Promise<SendResult> {
  const end = clock() + TRIED_FOR_MS;
  let doubts = 0;
  for (let tries = 0; ; tries++) {
    const shown = await show();
    if (shown.ok || !again.has(shown.refusal.class)) return shown;
    if (shown.refusal.class === 'gateway') doubts++;
    const waitMs = shown.refusal.retryAfterMs ?? FIRST_WAIT_MS * 2 ** tries;
    if (clock() + waitMs > end || doubts >= MOST_AT_GATEWAY) return shown;
    await pause(waitMs);
  }
}
