import type { Rank } from '../../domain/rank.js';
import type { Instant } from '../../domain/time.js';
import { type Delivery, isOpen, owed } from '../../store/delivery/deliveries.js';
import { rankOfDelivery } from '../../store/delivery/delivery-ranks.js';
import type { ShownCard } from '../../store/delivery/shown.js';
import type { Sleeping } from '../../store/delivery/wake-ups.js';
import { updateRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

/** So many cards are owed an update at the same time. */
const AT_ONCE = 8;

type UpdateDeps = Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>;

/**
 * Owes somebody's card an update to what its record is after the event `seq`. A card has one row for all its updates: those
 * that come while one is open join it, and no update overtakes another. `rank`: where somebody waits for it to be gone.
 */
export const oweUpdate = (deps: UpdateDeps, card: ShownCard, seq: number, rank?: Rank): Promise<void> =>
  oweUpdates(deps, [card], seq, rank);

/** The same of several cards, which are woken together. */
export async function oweUpdates(
  deps: UpdateDeps,
  cards: readonly ShownCard[],
  seq: number,
  rank?: Rank,
): Promise<void> {
  const owed: Sleeping[] = [];
  for (let from = 0; from < cards.length; from += AT_ONCE) {
    const some = cards.slice(from, from + AT_ONCE);
    owed.push(...(await Promise.all(some.map((card) => owe(deps, card, seq, rank)))));
  }
  await deps.wake(owed);
}

async function owe(
  { app, deliveries }: Pick<UpdateDeps, 'app' | 'deliveries'>,
  copy: ShownCard,
  seq: number,
  rank?: Rank,
): Promise<Sleeping> {
  const { record, id, person, conversation, activity, card } = copy;
  const name = { person, run: updateRun(id, activity) };
  const now = app.now();
  const update = { kind: 'update', record, id, seq, conversation, activity, ...(card && { card }) } as const;
  const fresh = owed(name, update, now, now, rank);
  await deliveries.add([fresh]);
  for (;;) {
    const row = await deliveries.get(name);
    if (row?.kind !== 'update' || row.seq >= seq) break;
    if (await deliveries.change(row, isOpen(row) ? joined(row, seq, now, rank) : fresh)) break;
  }
  return { ...name, rank: rankOfDelivery(fresh) };
}

/**
 * An open update that has more to show. One that is being sent keeps its owner, who then finds that more is wanted and owes
 * it again; one that was put off to the next morning has news now.
 */
const joined = (row: Delivery & { kind: 'update' }, seq: number, now: Instant, rank?: Rank): Delivery => ({
  ...row,
  seq,
  // It may have become smaller.
  short: false,
  ...(rank && { rank }),
  ...(row.state === 'owed' && row.refusals > 0 && { due: now }),
});
