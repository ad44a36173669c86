import { timeZoneOf } from '../../app/deps.js';
import { noteRefusal } from '../../app/person/closed-chat.js';
import { millisecondsOf } from '../../domain/time.js';
import type { Delivery, ReadDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryDeps } from '../deps.js';
import { nextMorning } from '../morning.js';
import type { SendFault } from '../send-fault.js';
import { afterTry } from './after-try.js';

/** Writes what came of a try, and asks for the next one when it is due. Undefined when the row is in other hands now. */
export async function settle(
  deps: DeliveryDeps,
  row: ReadDelivery,
  after: Delivery,
): Promise<ReadDelivery | undefined> {
  const { deliveries, wake, app, log, meter } = deps;
  const written = (await deliveries.change(row, after)) ?? (await settleAnew(deps, row, after));
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

/** Settles a delivery whose try did not succeed, by the rules of `afterTry`. */
export async function settleFault(deps: DeliveryDeps, row: ReadDelivery, fault: SendFault): Promise<void> {
  const { app, meter } = deps;
  meter.failed(fault.class);
  // A card that cannot be drawn anew says nothing about the chat: it may be gone alone.
  const counts = fault.class === 'refused' && row.kind !== 'update';
  const after = afterTry(row, fault, {
    now: app.now(),
    chance: (app.random(1)[0] ?? 0) / 256,
    nextMorning: nextMorning(app.now(), timeZoneOf(app), app.settings().calendar).at,
    chatIsClosed: counts && (await noteRefusal(app, row.person)),
  });
  await settle(deps, row, after);
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
async function settleAnew({ deliveries, app }: DeliveryDeps, row: ReadDelivery, after: Delivery) {
  const now = await deliveries.get(row);
  if (!now || row.state !== 'sending') return undefined;
  if (now.state === 'sending' && now.owner === row.owner && now.kind === 'update') {
    const { owner: _o, deadline: _d, ...rest } = now;
    return deliveries.change(now, { ...rest, state: 'owed', due: app.now(), at: app.now() });
  }
  const lost = now.tries === row.tries && (now.state === 'ambiguous' || now.state === 'owed');
  return lost && after.state === 'sent' ? deliveries.change(now, after) : undefined;
}
