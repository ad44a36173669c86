import type { About } from '../../cards/kit.js';
import { isTakenAway } from '../../domain/idea/reading/visibility.js';
import type { ShownTogether } from '../../store/idea/shown.js';
import type { DeliveryDeps } from '../deps.js';
import { oweUpdate } from '../outbox/owe-update.js';

/** Where a message stands. */
export type Stands = Omit<ShownTogether, 'ids' | 'card'>;

/** Notes where ideas are shown. One round trip for each fifty ideas. */
export const noteWhere = ({ app }: Pick<DeliveryDeps, 'app'>, { card, ideas }: About, stands: Stands): Promise<void> =>
  app.shown.add({ ...stands, ids: [...new Set(ideas.map(({ id }) => id))], card });

/**
 * Notes where ideas are shown, so that what goes out of sight later goes out of that message too; and sees to it when that
 * has been done while the message was on its way. Two round trips.
 */
export async function remember(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  { card, ideas }: About,
  stands: Stands,
): Promise<void> {
  const { app } = deps;
  const drawnAt = new Map(ideas.map(({ id, seq }) => [id, seq]));
  await noteWhere(deps, { card, ideas }, stands);
  for (const now of await app.ideas.loadAll([...drawnAt.keys()])) {
    const { id, seq } = now;
    const isLate = seq > (drawnAt.get(id) ?? seq) && (isTakenAway(now) || now.commentsOut);
    if (isLate) await oweUpdate(deps, { ...stands, id, ...(card !== id && { card }) }, seq);
  }
}
