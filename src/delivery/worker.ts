import { timeZoneOf } from '../app/deps.js';
import { newOp } from '../domain/ids.js';
import type { Result } from '../domain/result.js';
import { instantOf, millisecondsOf } from '../domain/time.js';
import { type Delivery, isOpen, type ReadDelivery } from '../store/deliveries.js';
import type { DeliveryName } from '../store/wake-ups.js';
import { afterTry } from './after-try.js';
import { type Composed, compose } from './compose.js';
import type { DeliveryDeps } from './deps.js';
import { nextMorning } from './morning.js';
import { oweUpdate } from './owe-update.js';
import type { SendFault } from './send-fault.js';

/** How long a claim holds, in milliseconds: longer than one try may take. After it nobody knows whether the message arrived. */
const CLAIM = 30_000;

/**
 * Sees to one delivery: draws the message, waits for its turn, claims the row, posts once, notes what came of it. A
 * delivery that is finished, not yet due or in somebody else's hands is left alone, so it may be asked any number of times.
 */
export async function seeTo(deps: DeliveryDeps, name: DeliveryName, stopping?: AbortSignal): Promise<void> {
  const { app, deliveries, pacing } = deps;
  const row = await deliveries.get(name);
  if (!row || !isOpen(row)) return;
  if (row.state === 'sending') {
    if ((row.deadline ?? '') > app.now()) return;
    await settle(deps, row, next(deps, row, { class: 'unknown', reason: 'sender was lost' }));
    return;
  }
  if (row.due > app.now()) return;

  let composed: Composed;
  try {
    composed = await compose(deps, row);
  } catch (error) {
    const reason = errorName(error);
    deps.log.error({ ...name, err: error }, 'A message could not be drawn; it is tried again');
    await settle(deps, row, next(deps, { ...row, tries: row.tries + 1 }, { class: 'faulty', reason }));
    return;
  }
  if (composed.say === 'nothing') {
    await settle(deps, row, { ...row, state: 'moot', reason: composed.reason, at: app.now() });
  } else if (composed.say === 'unreachable') {
    await markUnreachable(deps, row);
  } else {
    await pacing.take(stopping);
    const claimed = await claim(deps, row);
    if (claimed) await send(deps, claimed, composed);
  }
}

function claim({ app, deliveries }: DeliveryDeps, row: ReadDelivery): Promise<ReadDelivery | undefined> {
  const now = app.now();
  return deliveries.change(row, {
    ...row,
    state: 'sending',
    owner: newOp(app.random),
    deadline: instantOf(millisecondsOf(now) + CLAIM),
    tries: row.tries + 1,
    at: now,
  });
}

async function send(deps: DeliveryDeps, row: ReadDelivery, { reach, message, shows }: Saying): Promise<void> {
  const { teams, copies, app } = deps;
  const tried: Result<string, SendFault> =
    row.kind === 'update' ? await teams.update(reach, row.activity, message) : await teams.send(reach, message);
  if (!tried.ok) {
    if (row.kind === 'update' && tried.refusal.gone) {
      await copies.forget({ id: row.idea, person: row.person, activity: row.activity });
    }
    await settle(deps, row, next(deps, row, tried.refusal));
    return;
  }
  if (shows) {
    const copy = { ...shows, person: row.person, conversation: reach.conversation, activity: tried.value };
    await copies.put(copy);
    // What happened between drawing and arriving found no card to update, so whoever sent the card looks again.
    const now = (await app.ideas.load(shows.id))?.idea.seq ?? shows.seq;
    if (now > shows.seq && row.kind !== 'update') await oweUpdate(deps, copy, now);
  }
  const { owner: _o, deadline: _d, reason: _r, ...rest } = row;
  await settle(deps, row, { ...rest, state: 'sent', at: app.now() });
}

type Saying = Extract<Composed, { say: 'message' }>;

const next = ({ app }: DeliveryDeps, row: Delivery, fault: SendFault): Delivery =>
  afterTry(row, fault, {
    now: app.now(),
    chance: (app.random(1)[0] ?? 0) / 256,
    nextMorning: nextMorning(app.now(), timeZoneOf(app)).at,
  });

/** Somebody who installs the bot just now has their waiting messages asked for before or after this is written: look again. */
async function markUnreachable(deps: DeliveryDeps, row: ReadDelivery): Promise<void> {
  const { app, deliveries, wake } = deps;
  const marked = await settle(deps, row, { ...row, state: 'unreachable', reason: 'not installed', at: app.now() });
  if (!marked || !(await app.people.byRef(row.person))?.reach) return;
  const { reason: _, ...rest } = marked;
  if (await deliveries.change(marked, { ...rest, state: 'owed', due: app.now(), at: app.now() })) await wake([row]);
}

/** Writes what came of a try, and asks for the next one when it is due. */
async function settle(deps: DeliveryDeps, row: ReadDelivery, after: Delivery): Promise<ReadDelivery | undefined> {
  const { deliveries, wake, app, log } = deps;
  const written = (await deliveries.change(row, after)) ?? (await settleAnew(deps, row, after));
  if (!written) return undefined;
  const { person, run, state, reason, tries, unknown, due } = written;
  const what = { person, run, state, tries, ...(reason && { reason }), ...(unknown && { unknown }) };
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

/** An error as a row may hold it: its kind, and a storage or network code; never a message, which may quote what people wrote. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'statusCode' in error ? error.statusCode : 'code' in error ? error.code : undefined;
  return code === undefined ? error.name : `${error.name} ${String(code)}`;
}
