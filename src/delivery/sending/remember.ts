import type { About } from '../../cards/card-context.js';
import { labelOf } from '../../domain/record.js';
import type { ShownTogether } from '../../store/delivery/shown.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { DeliveryDeps } from '../deps.js';
import { oweUpdate } from '../outbox/owe-update.js';
import { subjectOf } from '../subjects.js';

/** Where a message stands. */
export type Stands = Omit<ShownTogether, 'records' | 'card'>;

/** Notes where records are shown. One round trip for each fifty of them. */
export const noteWhere = ({ app }: Pick<DeliveryDeps, 'app'>, about: About, stands: Stands): Promise<void> =>
  app.shown.add({ ...stands, ...about });

/**
 * Notes where records are shown, so that what goes out of sight later goes out of that message too; and sees to it when that
 * has been done while the message was on its way. One that only a newer version can read is seen to by that one. Two round trips.
 */
export async function remember(
  deps: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  about: About,
  stands: Stands,
): Promise<void> {
  await noteWhere(deps, about, stands);
  const drawn = [...new Map(about.records.map((one) => [one.id, one])).values()];
  const now = await Promise.all(drawn.map(({ record, id }) => unlessUnreadable(subjectOf(record).load(deps.app, id))));
  for (const [n, { record, id, seq: drawnAt }] of drawn.entries()) {
    const subject = now[n];
    const isLate = subject && subject.seq > drawnAt && subjectOf(record).isOutOfSight(subject);
    const card = about.card === labelOf({ record, id }) ? {} : { card: about.card };
    if (isLate) await oweUpdate(deps, { ...stands, record, id, ...card }, subject.seq);
  }
}
