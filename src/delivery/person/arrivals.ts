import type { PersonRef } from '../../domain/person/person.js';
import { labelOf, wholeId } from '../../domain/record.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import { type Delivery, isOpen, owed, type ReadDelivery } from '../../store/delivery/deliveries.js';
import type { DeliveryName } from '../../store/delivery/wake-ups.js';
import { arrivalRun, catchUpRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';
import { subjectOf } from '../subjects.js';

/** More messages than this, all at once, are a flood: one card sums them up. */
const MOST_MESSAGES = 3;
/** A digest is news for so long. */
const DIGEST_DAYS = 2;
/** So many records a card that sums up remembers; it shows fewer. */
const MOST_RECORDS = 50;

type ArrivalDeps = Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'log'>;

/**
 * Notes, before it is stored that somebody can be written to, that what waited for them will be owed: so it is also when
 * the bot dies between the two. Asked twice at once, one row says it.
 */
export async function noteArrival({ app, deliveries }: ArrivalDeps, person: PersonRef): Promise<DeliveryName> {
  const name = { person, run: arrivalRun };
  const now = app.now();
  const fresh = owed(name, { kind: 'arrival' }, now, now);
  for (;;) {
    const row = await deliveries.get(name);
    // One that is being seen to just now is changed too, so that its worker looks once more.
    if (row && !(await deliveries.change(row, isOpen(row) ? { ...row, at: now } : fresh))) continue;
    if (!row) await deliveries.add([fresh]);
    return name;
  }
}

/**
 * Owes somebody who can be written to what could not reach them before: each message, or one card when there are many.
 * Digests that are no news any more are left out. Done again after it was broken off, it does what was left.
 */
export async function oweWhatWaited(deps: ArrivalDeps, arrival: ReadDelivery): Promise<void> {
  const { app, deliveries, wake, log } = deps;
  const { person } = arrival;
  const waiting = await deliveries.ofPerson(person, 'unreachable');
  const now = app.now();
  const oldest = instantOf(millisecondsOf(now) - DIGEST_DAYS * 86_400_000);
  // Each day card tells all that is gathered: of several one is enough.
  const [dayCard, ...olderCards] = waiting.filter(({ kind }) => kind === 'daily').toReversed();
  const over = [...waiting.filter((row) => row.kind === 'digest' && row.due < oldest), ...olderCards];
  const digests = waiting.filter((row) => row.kind === 'digest' && row.due >= oldest);
  // A welcome and a note tell what no other card does.
  const welcomes = waiting.filter(({ kind }) => kind === 'welcome' || kind === 'note');
  // A receipt says no more than that card does.
  const apart: ReadonlySet<string> = new Set(['digest', 'welcome', 'note', 'daily'] satisfies Delivery['kind'][]);
  const messages = waiting.filter(({ kind }) => !apart.has(kind));

  const card = { person, run: catchUpRun(arrival.due) };
  const summed = messages.length > MOST_MESSAGES || (messages.length > 0 && (await deliveries.get(card)) !== undefined);
  if (summed) await deliveries.add([owed(card, { kind: 'catchUp', records: toldIn(messages) }, now, now)]);
  for (const row of over) await deliveries.change(row, moot(row, 'over', now));
  for (const row of summed ? messages : []) await deliveries.change(row, moot(row, 'summed up', now));
  for (const { reason: _, ...row } of [
    ...welcomes,
    ...(summed ? [] : messages),
    ...digests,
    ...(dayCard ? [dayCard] : []),
  ]) {
    await deliveries.change(row, { ...row, state: 'owed', due: now, refusals: 0, at: now });
    await wake([row]);
  }
  if (summed) await wake([card]);
  if (waiting.length === 0) return;
  const what = { person, messages: messages.length, digests: digests.length };
  log.info(what, 'Somebody can be reached; what waited is owed');
}

/** The records of which something was to be told, the newest first; what was asked stands in the reader's own list. */
export function toldIn(messages: readonly Delivery[]): string {
  const told = messages
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .flatMap((row) => {
      if (row.kind === 'catchUp') return row.records.split(' ');
      if (row.kind === 'receipt')
        return row.record && row.id ? [labelOf({ record: row.record, id: wholeId(row.id) })] : [];
      const isNews = row.kind === 'notice' || row.kind === 'reactions';
      return isNews && !subjectOf(row.record).isListed(row.as)
        ? [labelOf({ record: row.record, id: wholeId(row.id) })]
        : [];
    });
  return [...new Set(told.filter(Boolean))].slice(0, MOST_RECORDS).join(' ');
}

const moot = (row: Delivery, reason: string, now: string): Delivery => ({ ...row, state: 'moot', reason, at: now });
