import { isAwaited } from '../../domain/rank.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { rankOfDelivery } from '../../store/delivery/delivery-ranks.js';
import type { DeliveryDeps } from '../deps.js';

/** Owes people messages. What somebody waits for is woken at once, the rest little by little. */
export async function give(
  { app, deliveries, wake, feed }: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'feed'>,
  messages: readonly Delivery[],
): Promise<void> {
  await deliveries.add(messages);
  const due = messages
    .filter((one) => one.due <= app.now())
    .map((one) => ({ person: one.person, run: one.run, rank: rankOfDelivery(one) }));
  await wake(due.filter(({ rank }) => isAwaited(rank)));
  const rest = due.filter(({ rank }) => !isAwaited(rank));
  if (rest.length === 0) return;
  feed.add(rest);
  await feed.fill();
}
