import { timeZoneOf, todayIn } from '../../app/deps.js';
import { noteRefusal } from '../../app/person/closed-chat.js';
import { millisecondsOf } from '../../domain/time.js';
import type { ItemsTold, ReadDayItem } from '../../store/delivery/day-items.js';
import type { Delivery, ReadDelivery } from '../../store/delivery/deliveries.js';
import { cardAfter } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';
import { nextMorning } from '../morning.js';
import { gatheredFrom } from '../pacing/day-when.js';
import type { SendFault } from '../send-fault.js';
import { afterTry, redraws } from './after-try.js';

/**
 * Writes what came of a try, and asks for the next one when it is due. Undefined when the row is in other hands now. `told`:
 * what becomes of what was gathered for a day card, in the same transaction; where that has changed meanwhile, it is read anew.
 */
export async function settle(
  deps: DeliveryDeps,
  row: ReadDelivery,
  after: Delivery,
  told?: ItemsTold,
): Promise<ReadDelivery | undefined> {
  const { wake, app, log, meter } = deps;
  const written = (await write(deps, row, after, told)) ?? (await settleAnew(deps, row, after, told));
  if (!written) return undefined;
  const { person, run, kind, state, reason, tries, unknown, due } = written;
  const what = { person, run, state, tries, ...(reason && { reason }), ...(unknown && { unknown }) };
  meter.settled(kind, state);
  if (state === 'owed') {
    log.info({ ...what, due }, 'A message waits and is tried again');
    await wake([row], Math.max(0, millisecondsOf(due) - millisecondsOf(app.now())));
  } else if (state === 'failed' || state === 'ambiguous') {
    log.warn(what, state === 'failed' ? 'A message could not be sent' : 'A message may or may not have arrived');
  } else {
    log.info(what, 'A message is settled');
  }
  return written;
}

/** So often what has changed meanwhile is read anew: a card that has been posted is settled in the end, whatever else goes on. */
const TRIES = 5;

/** Undefined where the delivery has changed. */
async function write(
  deps: DeliveryDeps,
  row: ReadDelivery,
  after: Delivery,
  told: ItemsTold | undefined,
): Promise<ReadDelivery | undefined> {
  const { deliveries } = deps;
  let present = told;
  for (let tries = 0; present && changesItems(present) && tries < TRIES; tries++) {
    const written = await deliveries.day.settle(row, after, present);
    if (written) {
      await deliveries.day.clear(present.past ?? []);
      return written;
    }
    if ((await deliveries.get(row))?.etag !== row.etag) return undefined;
    present = await toldNow(deps, row, present);
  }
  return deliveries.change(row, after);
}

/** The same of what was gathered and of the next card as they stand now; without what another card has told or taken away meanwhile. */
async function toldNow(
  deps: DeliveryDeps,
  row: ReadDelivery,
  { on, fresh, over, past = [], next, elsewhere, fits }: ItemsTold,
): Promise<ItemsTold> {
  const [items, stored] = await Promise.all([deps.deliveries.day.of(row.person), deps.app.people.byRef(row.person)]);
  const standing = new Map(items.map((item) => [item.rowKey, item]));
  const now = (some: readonly ReadDayItem[]) => some.flatMap(({ rowKey }) => standing.get(rowKey) ?? []);
  return {
    ...{ on, elsewhere, fits, over: now(over), past: now(past) },
    fresh: now(fresh).filter((item) => item.told === undefined),
    ...(next && stored && { next: await cardAfter(deps, row, stored.person) }),
  };
}

const changesItems = ({ fresh, over, next }: ItemsTold): boolean =>
  fresh.length + over.length > 0 || next !== undefined;

/** Settles a delivery whose try did not succeed, by the rules of `afterTry`. */
export async function settleFault(deps: DeliveryDeps, row: ReadDelivery, fault: SendFault): Promise<void> {
  const { app, meter, log } = deps;
  meter.failed(fault.class);
  if (fault.class === 'tooLarge' && !row.short) {
    const { person, run, kind } = row;
    log.warn(
      { person, run, kind, reason: fault.reason },
      'A card was too large for Teams; its short form is sent instead',
    );
  }
  // A card that cannot be drawn anew says nothing about the chat: it may be gone alone.
  const counts = fault.class === 'refused' && !redraws(row);
  const after = afterTry(row, fault, {
    now: app.now(),
    chance: (app.random(1)[0] ?? 0) / 256,
    nextMorning: nextMorning(app.now(), timeZoneOf(app), app.settings().calendar).at,
    chatIsClosed: counts && (await noteRefusal(app, row.person)),
  });
  await settle(deps, row, after, await untold(deps, after));
}

/** What a day card has not told, as far as anybody can know, is told by the next one, which is owed with the end of this one. */
async function untold(deps: DeliveryDeps, after: Delivery): Promise<ItemsTold | undefined> {
  if (after.kind !== 'daily' || redraws(after) || (after.state !== 'ambiguous' && after.state !== 'failed')) return;
  const stored = await deps.app.people.byRef(after.person);
  if (!stored) return;
  return { on: todayIn(deps.app), fresh: [], over: [], next: await cardAfter(deps, after, stored.person) };
}

/** Somebody who installs the bot just now has their waiting messages asked for before or after this is written: look again. */
export async function settleUnreachable(deps: DeliveryDeps, row: ReadDelivery, reason: string): Promise<void> {
  const { app } = deps;
  const marked = await settle(deps, row, { ...row, state: 'unreachable', reason, at: app.now() });
  if (!marked || reason !== NOT_INSTALLED || !(await app.people.byRef(row.person))?.reach) return;
  const { reason: _, ...rest } = marked;
  await settle(deps, marked, { ...rest, state: 'owed', due: app.now(), at: app.now() });
}

export const NOT_INSTALLED = 'not installed';
export const CHAT_CLOSED = 'chat refuses messages';

/**
 * The row has changed in the sender's hands: an update is wanted to a later state, or the claim was taken for lost while
 * Teams was slow to answer. What is known now goes before what was supposed.
 */
async function settleAnew(deps: DeliveryDeps, row: ReadDelivery, after: Delivery, told: ItemsTold | undefined) {
  const { deliveries, app } = deps;
  const now = await deliveries.get(row);
  if (!now || row.state !== 'sending') return undefined;
  if (now.state === 'sending' && now.owner === row.owner) {
    const { owner: _o, deadline: _d, ...rest } = now;
    if (now.kind === 'update') return deliveries.change(now, { ...rest, state: 'owed', due: app.now(), at: app.now() });
    // While a day card was on its way there has come more to tell: where it has arrived it is drawn anew in its place.
    const again = after.state === 'sent' && ({ state: 'owed', due: gatheredFrom(app.now()) } as const);
    if (now.kind === 'daily') return write(deps, now, { ...after, ...again }, told);
  }
  const lost = now.tries === row.tries && (now.state === 'ambiguous' || now.state === 'owed');
  return lost && after.state === 'sent' ? write(deps, now, after, told) : undefined;
}
