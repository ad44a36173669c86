import type { ReadDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryDeps } from '../deps.js';
import { pause } from '../pacing/pause.js';
import { isDue } from './due.js';

/** Earlier news of a record is waited for so often, so many milliseconds apart: longer, and late news is worse than turned ones. */
const LOOKS = 5;
const APART_MS = 200;

/**
 * Settles when news of a record may go out: after what the same person is owed of its earlier events, where that is
 * about to be sent. What is put off, and what takes longer than a second, is not waited for.
 */
export async function inOrder(
  { app, deliveries }: Pick<DeliveryDeps, 'app' | 'deliveries'>,
  news: ReadDelivery & { kind: 'notice' },
  stopping?: AbortSignal,
): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const earlier = await deliveries.openNews(news.person, news);
    if (!earlier.some((one) => one.state === 'sending' || isDue(one, app.now()))) return;
    await pause(APART_MS, stopping);
  }
}
