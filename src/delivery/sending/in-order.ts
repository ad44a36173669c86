import type { ReadDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryName } from '../../store/delivery/wake-ups.js';
import type { DeliveryDeps } from '../deps.js';
import { pause } from '../pacing/pause.js';
import { isDue } from './due.js';

/** Earlier news of a record that somebody else sends is waited for so often, so many milliseconds apart: longer, and late news is worse than turned ones. */
const LOOKS = 5;
const APART_MS = 200;

/**
 * Settles when news of a record may go out: after what the same person is owed of its earlier events. What of that nobody sends yet is
 * seen to first, in the place of the news; what is being sent is waited for. What is put off, and what takes longer than a second, is not.
 */
export async function inOrder(
  { app, deliveries }: Pick<DeliveryDeps, 'app' | 'deliveries'>,
  news: ReadDelivery & { kind: 'notice' },
  seeTo: (earlier: DeliveryName) => Promise<void>,
  stopping?: AbortSignal,
): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const earlier = await deliveries.openNews(news.person, news);
    const waiting = earlier.filter((one) => one.state === 'sending' || isDue(one, app.now()));
    if (waiting.length === 0) return;
    // Once: what is open after it is in somebody else's hands, or nothing can be sent now.
    const unseen = look === 0 ? waiting.filter(({ state }) => state === 'owed') : [];
    for (const one of unseen) await seeTo(one);
    if (unseen.length === 0) await pause(APART_MS, stopping);
  }
}
