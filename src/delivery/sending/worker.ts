import { timeZoneOf, todayIn } from '../../app/deps.js';
import { forgetRefusals } from '../../app/person/closed-chat.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import { firstOf, type Rank } from '../../domain/rank.js';
import type { Result } from '../../domain/result.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import { isOpen, type ReadDelivery } from '../../store/delivery/deliveries.js';
import { rankOfDelivery } from '../../store/delivery/delivery-ranks.js';
import type { DeliveryName } from '../../store/delivery/wake-ups.js';
import { UnreadableRow } from '../../store/row-versions.js';
import { isPassing } from '../../store/rows.js';
import { type ComposedMessage, composeMessage } from '../compose.js';
import { isSecondOfDay } from '../day-plan.js';
import type { DeliveryDeps } from '../deps.js';
import { nextMorning } from '../morning.js';
import { oweUpdate } from '../outbox/owe-update.js';
import { mayBePosted } from '../pacing/day-when.js';
import type { QueuePosition } from '../pacing/pacing.js';
import { oweWhatWaited } from '../person/arrivals.js';
import type { SendFault } from '../send-fault.js';
import { subjectOf } from '../subjects.js';
import { isDue } from './due.js';
import { gatherForDay } from './gather.js';
import { inOrder } from './in-order.js';
import { noteWhere, remember } from './remember.js';
import { NOT_INSTALLED, settle, settleFault, settleUnreachable } from './settle.js';

/** How long a claim holds, in milliseconds: longer than waiting for its slot and one try may take. After it nobody knows whether the message arrived. */
const CLAIM_MS = 30_000;
/** Whoever has claimed a message and not had its slot after so many milliseconds gives it back, for a try needs the rest. */
const LONGEST_WAIT_FOR_CALL_MS = 10_000;
/** Somebody of whom it was said that they come is waited for so often, so many milliseconds apart. */
const ARRIVAL_TRIES = 5;
const ARRIVAL_WAIT_MS = 5000;

export interface ProcessOptions {
  stopping?: AbortSignal | undefined;
  /** The activity that it answers, when a turn sees to it. */
  replyTo?: string | undefined;
  /** In the place of what is to go out after it, where that has a better one than its own. */
  rank?: Rank | undefined;
}

/**
 * Sees to one delivery: draws the message, waits until its turn is near, claims the row, posts once in its turn, notes what
 * came of it. A delivery that is finished, not yet due or in somebody else's hands is left alone, so it may be asked any
 * number of times.
 */
export async function processDelivery(
  deps: DeliveryDeps,
  name: DeliveryName,
  { stopping, replyTo, rank: given }: ProcessOptions = {},
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
  if (row.kind === 'arrival') return processArrival(deps, row);
  if (halt.rests()) return;
  if (row.kind === 'daily' && (await waitsForHours(deps, row))) return;
  const rank = firstOf([rankOfDelivery(row), ...(given ? [given] : [])]);
  if (row.kind === 'notice')
    await inOrder(deps, row, (one) => processDelivery(deps, one, { stopping, rank }), stopping);
  await deps.concurrency.have(rank, () => deliver(deps, row, { stopping, replyTo, rank }), stopping);
}

async function deliver(deps: DeliveryDeps, row: ReadDelivery, seeing: ProcessOptions): Promise<void> {
  const { app, halt } = deps;
  if (halt.rests()) return;
  const composed = await drawn(deps, row);
  if (!composed) return;
  if (composed.kind === 'nothing') {
    const { reason, due, told } = composed;
    const after = due ? { ...row, due } : ({ ...row, state: 'moot', reason } as const);
    await settle(deps, row, { ...after, at: app.now() }, told);
  } else if (composed.kind === 'gathered') {
    await gatherForDay(deps, row, composed.person);
  } else if (composed.kind === 'unreachable') {
    await settleUnreachable(deps, row, composed.reason);
  } else {
    await whenAllowed(deps, row, composed, seeing);
  }
}

/** The message; undefined when it could not be drawn, which is noted. */
async function drawn(deps: DeliveryDeps, row: ReadDelivery): Promise<ComposedMessage | undefined> {
  try {
    return await composeMessage(deps, row);
  } catch (error) {
    const { person, run } = row;
    // Of a row that cannot be read operators have been told, once.
    if (!(error instanceof UnreadableRow)) {
      deps.log.error({ person, run, err: error }, 'A message could not be drawn; it is tried again');
    }
    const fault = { class: isPassing(error) ? 'unsent' : 'faulty', reason: errorName(error) } as const;
    await settleFault(deps, { ...row, tries: row.tries + 1 }, fault);
    return undefined;
  }
}

type Saying = Extract<ComposedMessage, { kind: 'message' }>;
type Tried = Result<string, SendFault>;

async function whenAllowed(
  deps: DeliveryDeps,
  row: ReadDelivery,
  saying: Saying,
  seeing: ProcessOptions,
): Promise<void> {
  const { pacing, halt } = deps;
  const place = await pacing.near(seeing.stopping, seeing.rank ?? rankOfDelivery(row));
  try {
    const permit = await halt.permit();
    if (permit === 'rest') return;
    try {
      const claimed = await claim(deps, row, saying);
      const tried = claimed && (await postWhenAllowed(deps, row, claimed, saying, place, seeing));
      if (tried) await note(deps, claimed, saying, tried);
    } finally {
      if (permit === 'probe') await halt.probed();
    }
  } finally {
    place.leave();
  }
}

/** That it asks is noted before it leaves, for whoever finds it when its sender is lost. */
async function claim(
  deps: DeliveryDeps,
  { asks: _, ...row }: ReadDelivery,
  { asks }: Saying,
): Promise<ReadDelivery | undefined> {
  const { app, deliveries } = deps;
  const now = app.now();
  const claimed = {
    ...row,
    ...(asks && { asks }),
    state: 'sending',
    owner: newIdempotencyKey(app.random),
    deadline: instantOf(millisecondsOf(now) + CLAIM_MS),
    tries: row.tries + 1,
    at: now,
  } as const;
  if (claimed.kind !== 'daily' || standsIn(row) !== undefined) return deliveries.change(row, claimed);
  // From now on it may have been posted on this day.
  const today = todayIn(app);
  const postedOn = await deliveries.claimDay(row, { ...claimed, postedOn: today }, today);
  if (postedOn !== 'taken') return postedOn;
  // Another instance has posted another one since this one was looked at.
  await settle(deps, row, { ...row, due: nextMorning(now, timeZoneOf(app), app.settings().calendar).at, at: now });
  return undefined;
}

/** Posts once, in its turn. Whoever does not get that in time, or is to stop, gives the message back as it was. */
async function postWhenAllowed(
  { teams, deliveries, wake }: DeliveryDeps,
  before: ReadDelivery,
  claimed: ReadDelivery,
  { reach, message }: Saying,
  place: QueuePosition,
  { stopping, replyTo }: ProcessOptions,
): Promise<Tried | undefined> {
  const stands = standsIn(claimed);
  const post = (): Promise<Tried> =>
    stands === undefined ? teams.send(reach, message, replyTo) : teams.update(reach, stands, message);
  try {
    return await place.whenAllowed(post, LONGEST_WAIT_FOR_CALL_MS, stopping);
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
  const standing = row.kind === 'daily' && {
    activity: standsIn(row) ?? tried.value,
    conversation: saying.reach.conversation,
    ...(saying.told?.elsewhere && { elsewhere: saying.told.elsewhere }),
    ...(saying.told?.fits && { fits: saying.told.fits }),
  };
  await settle(deps, row, { ...rest, ...standing, state: 'sent', at: app.now() }, saying.told);
  await noted(deps, row, saying);
  await halt.worked(saying.reach.conversation);
  if (saying.refusedBefore && standsIn(row) === undefined) await openAgain(deps, row);
}

/** What it said is noted once it stands as sent; where that fails it is said once more, in the next one. */
async function noted({ log }: DeliveryDeps, { person, run }: ReadDelivery, { posted }: Saying): Promise<void> {
  try {
    await posted?.();
  } catch (error) {
    log.warn({ person, run, err: error }, 'What a message has told could not be noted; the next one tells it again');
  }
}

/** The message that is drawn anew; undefined of one that is posted. */
const standsIn = (row: ReadDelivery): string | undefined =>
  row.kind === 'update' || row.kind === 'daily' ? row.activity : undefined;

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
  const kind = subjectOf(shows.record);
  const subject = await kind.load(deps.app, shows.id);
  const now = subject ? kind.seqOf(subject) : shows.seq;
  if (now > shows.seq) await oweUpdate(deps, copy, now);
}

/** A chat that had refused messages takes them again: what waited is owed. */
async function openAgain(deps: DeliveryDeps, row: ReadDelivery): Promise<void> {
  await forgetRefusals(deps.app, row.person);
  await deps.returned(row.person);
}

/**
 * Puts off a day card that is due at night or on a day off until people are at work, and one that would be the day's second.
 * Drawing one anew alerts nobody.
 */
async function waitsForHours(deps: DeliveryDeps, row: ReadDelivery): Promise<boolean> {
  if (standsIn(row) !== undefined) return false;
  const { app } = deps;
  const now = app.now();
  const times = { timeZone: timeZoneOf(app), calendar: app.settings().calendar };
  const allowed = mayBePosted(now, times);
  const due =
    allowed <= now && (await isSecondOfDay(deps, row)) ? nextMorning(now, times.timeZone, times.calendar).at : allowed;
  if (due <= now) return false;
  await settle(deps, row, { ...row, due, at: now });
  return true;
}

/** Somebody can be written to, or will be in a moment: then it is looked at again. */
async function processArrival(deps: DeliveryDeps, row: ReadDelivery): Promise<void> {
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
