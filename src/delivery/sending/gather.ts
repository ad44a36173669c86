import type { Person } from '../../domain/person/person.js';
import { millisecondsOf } from '../../domain/time.js';
import type { DayItem } from '../../store/delivery/day-items.js';
import { isOpen, type ReadDelivery } from '../../store/delivery/deliveries.js';
import { cardsFor } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';

/** Why a delivery has no message of its own, for operators. */
const IN_DAY_CARD = 'in the day card';
/**
 * Puts what a delivery tells into its person's day card: the item stands, a card that will tell it is owed, and the delivery
 * is settled, all or nothing. Where today's card stands already it is drawn anew, which nobody is alerted by, and the next
 * card tells what is new. Done again after it was broken off, it finds the delivery settled or does it all.
 */
export async function gatherForDay(deps: DeliveryDeps, first: ReadDelivery, person: Person): Promise<void> {
  const { app, deliveries, wake, log, meter } = deps;
  for (let row: ReadDelivery | undefined = first; row && isOpen(row); row = await deliveries.get(first)) {
    const now = app.now();
    const subject = subjectIn(row);
    const item: DayItem = { person: row.person, run: row.run, subject, at: now };
    const cards = await cardsFor(deps, person, now);
    const after = { ...row, state: 'moot', reason: IN_DAY_CARD, at: now } as const;
    if (!(await deliveries.day.gather(row, after, item, cards))) continue;
    meter.settled(row.kind, 'moot');
    log.info({ person: row.person, run: row.run }, 'A message is gathered for the day card');
    for (const { after: card } of cards) {
      await wake([card], Math.max(0, millisecondsOf(card.due) - millisecondsOf(now)));
    }
    return;
  }
}

function subjectIn(row: ReadDelivery): DayItem['subject'] {
  if (row.kind !== 'notice' && row.kind !== 'reactions' && row.kind !== 'note')
    throw new TypeError('Not for a day card');
  return row;
}
