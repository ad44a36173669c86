import { forgetRefusals } from '../../app/person/closed-chat.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Result } from '../../domain/result.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import { isOpen, type ReadDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryName } from '../../store/delivery/wake-ups.js';
import { isPassing } from '../../store/rows.js';
import { type ComposedMessage, compose } from '../compose.js';
import type { DeliveryDeps } from '../deps.js';
import { oweUpdate } from '../outbox/owe-update.js';
import type { QueuePosition } from '../pacing/pacing.js';
import { oweWhatWaited } from '../person/arrivals.js';
import type { SendFault } from '../send-fault.js';
import { subjectOf } from '../subjects.js';
import { isDue } from './due.js';
import { inOrder } from './in-order.js';
import { noteWhere, remember } from './remember.js';
import { NOT_INSTALLED, settle, settleFault, settleUnreachable } from './settle.js';

/** How long a claim holds, in milliseconds: longer than waiting for the turn and one try may take. After it nobody knows whether the message arrived. */
const CLAIM_MS = 30_000;
/** Whoever has claimed a message and not had the turn after so many milliseconds gives it back, for a try needs the rest. */
const LATEST_TURN_MS = 10_000;
/** Somebody of whom it was said that they come is waited for so often, so many milliseconds apart. */
const ARRIVAL_TRIES = 5;
const ARRIVAL_WAIT_MS = 5000;

export interface ProcessOptions {
  stopping?: AbortSignal | undefined;
  /** The activity that it answers, when a turn sees to it. */
  replyTo?: string | undefined;
}

/**
 * Sees to one delivery: draws the message, waits until its turn is near, claims the row, posts once in its turn, notes what
 * came of it. A delivery that is finished, not yet due or in somebody else's hands is left alone, so it may be asked any
 * number of times.
 */
export async function processDelivery(
  deps: DeliveryDeps,
  name: DeliveryName,
  { stopping, replyTo }: ProcessOptions = {},
): Promise<void> {
  const { app, deliveries, halt } = deps;
  const row = await deliveries.get(name);
  if (!row || !isOpen(row)) return;
  if (row.state === 'sending') {
    if ((row.deadline ?? '') > app.now()) return;
    await settleFault(deps, row, { class: 'lost', reason: 'sender was lost' });
    return;
  }
  if (!isDue(row, app.now())) return;
  if (row.kind === 'arrival') return seeToArrival(deps, row);
  if (halt.rests()) return;
  if (row.kind === 'notice') await inOrder(deps, row, stopping);

  const composed = await drawn(deps, row);
  if (!composed) return;
  if (composed.what === 'nothing') {
    await settle(deps, row, { ...row, state: 'moot', reason: composed.reason, at: app.now() });
  } else if (composed.what === 'unreachable') {
    await settleUnreachable(deps, row, composed.reason);
  } else {
    await inTurn(deps, row, composed, { stopping, replyTo });
  }
}

/** The message; undefined when it could not be drawn, which is noted. */
async function drawn(deps: DeliveryDeps, row: ReadDelivery): Promise<ComposedMessage | undefined> {
  try {
    return await compose(deps, row);
  } catch (error) {
    const { person, run } = row;
    deps.log.error({ person, run, err: error }, 'A message could not be drawn; it is tried again');
    const fault = { class: isPassing(error) ? 'unsent' : 'faulty', reason: errorName(error) } as const;
    await settleFault(deps, { ...row, tries: row.tries + 1 }, fault);
    return undefined;
  }
}

type Saying = Extract<ComposedMessage, { what: 'message' }>;
type Tried = Result<string, SendFault>;

async function inTurn(deps: DeliveryDeps, row: ReadDelivery, saying: Saying, seeing: ProcessOptions): Promise<void> {
  const { pacing, halt } = deps;
  const place = await pacing.near(seeing.stopping);
  try {
    const permit = await halt.permit();
    if (permit === 'rest') return;
    try {
      const claimed = await claim(deps, row, saying);
      const tried = claimed && (await postInTurn(deps, row, claimed, saying, place, seeing));
      if (tried) await note(deps, claimed, saying, tried);
    } finally {
      if (permit === 'probe') await halt.probed();
    }
  } finally {
    place.leave();
  }
}

/** That it asks is noted before it leaves, for whoever finds it when its sender is lost. */
function claim(
  { app, deliveries }: DeliveryDeps,
  { asks: _, ...row }: ReadDelivery,
  { asks }: Saying,
): Promise<ReadDelivery | undefined> {
  const now = app.now();
  return deliveries.change(row, {
    ...row,
    ...(asks && { asks }),
    state: 'sending',
    owner: newIdempotencyKey(app.random),
    deadline: instantOf(millisecondsOf(now) + CLAIM_MS),
    tries: row.tries + 1,
    at: now,
  });
}

/** Posts once, in its turn. Whoever does not get that in time, or is to stop, gives the message back as it was. */
async function postInTurn(
  { teams, deliveries, wake }: DeliveryDeps,
  before: ReadDelivery,
  claimed: ReadDelivery,
  { reach, message }: Saying,
  place: QueuePosition,
  { stopping, replyTo }: ProcessOptions,
): Promise<Tried | undefined> {
  const post = (): Promise<Tried> =>
    claimed.kind === 'update' ? teams.update(reach, claimed.activity, message) : teams.send(reach, message, replyTo);
  try {
    return await place.turn(post, LATEST_TURN_MS, stopping);
  } catch {
    // Posting itself answers with a fault and never throws, so nothing has left.
    const { etag: _, ...owed } = before;
    if (await deliveries.change(claimed, owed)) await wake([before]);
    return undefined;
  }
}

async function note(deps: DeliveryDeps, row: ReadDelivery, saying: Saying, tried: Tried): Promise<void> {
  const { app, halt } = deps;
  if (!tried.ok) return refused(deps, row, saying, tried.refusal);
  await arrived(deps, row, saying, tried.value);
  const { owner: _o, deadline: _d, reason: _r, ...rest } = row;
  await settle(deps, row, { ...rest, state: 'sent', at: app.now() });
  await halt.worked(saying.reach.conversation);
  if (saying.refusedBefore && row.kind !== 'update') await openAgain(deps, row);
}

async function refused(deps: DeliveryDeps, row: ReadDelivery, { reach }: Saying, fault: SendFault): Promise<void> {
  if (row.kind === 'update' && fault.gone) {
    await deps.sentCards.forget({ id: row.id, person: row.person, activity: row.activity });
  }
  if (fault.class === 'throttled') deps.pacing.throttled(reach.conversation);
  await deps.halt.failed(reach.conversation, fault.class);
  await settleFault(deps, row, fault);
}

/** What happened between drawing and arriving found no card to update, so whoever sent the card looks again. */
async function arrived(deps: DeliveryDeps, row: ReadDelivery, { reach, shows, message }: Saying, activity: string) {
  const about = 'about' in message ? message.about : undefined;
  // What is drawn anew stands noted already, but for another record that has come to stand on it.
  if (about && (row.kind !== 'update' || about.records.length > 1)) {
    const stands = { person: row.person, conversation: reach.conversation, activity };
    // A week is read once for all its readers, not again for each: the relay has it read anew when something is hidden.
    if (row.kind === 'digest') await noteWhere(deps, about, stands);
    else await remember(deps, about, stands);
  }
  if (!shows) return;
  const copy = { ...shows, person: row.person, conversation: reach.conversation, activity };
  // An older card that is drawn anew may arrive after a newer message, and does not take its place.
  if (row.kind === 'update') return deps.sentCards.moveOn(copy);
  await deps.sentCards.put(copy);
  const now = (await subjectOf(shows.record).load(deps.app, shows.id))?.seq ?? shows.seq;
  if (now > shows.seq) await oweUpdate(deps, copy, now);
}

/** A chat that had refused messages takes them again: what waited is owed. */
async function openAgain(deps: DeliveryDeps, row: ReadDelivery): Promise<void> {
  await forgetRefusals(deps.app, row.person);
  await deps.returned(row.person);
}

/** Somebody can be written to, or will be in a moment: then it is looked at again. */
async function seeToArrival(deps: DeliveryDeps, row: ReadDelivery): Promise<void> {
  const { app } = deps;
  const now = app.now();
  if ((await app.people.byRef(row.person))?.reach) {
    await oweWhatWaited(deps, row);
    await settle(deps, row, { ...row, state: 'moot', reason: 'what waited is owed', at: now });
  } else if (row.tries >= ARRIVAL_TRIES) {
    await settle(deps, row, { ...row, state: 'moot', reason: NOT_INSTALLED, at: now });
  } else {
    const due = instantOf(millisecondsOf(now) + ARRIVAL_WAIT_MS);
    await settle(deps, row, { ...row, tries: row.tries + 1, due, at: now });
  }
}

/** An error as a row may hold it: its kind, and a storage or network code; never a message, which may quote what people wrote. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'statusCode' in error ? error.statusCode : 'code' in error ? error.code : undefined;
  return code === undefined ? error.name : `${error.name} ${String(code)}`;
}
