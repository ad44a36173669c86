import type { PersonRef } from '../domain/person.js';
import { instantOf, millisecondsOf } from '../domain/time.js';
import { type Delivery, owed, type ReadDelivery } from '../store/deliveries.js';
import { catchUpRun } from '../store/keys.js';
import type { DeliveryDeps } from './deps.js';

/** More messages than this, all at once, are a flood: one card sums them up. */
const MOST_MESSAGES = 3;
/** A digest is news for so long. */
const DIGEST_DAYS = 2;
/** As many rows as one transaction takes beside the card that stands for them. */
const AT_ONCE = 97;

type Parts = Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'log'>;

/**
 * Owes somebody who has installed the bot what could not reach them before: each message, or one card when there are
 * many. Digests that are no news any more are left out. Asked twice at once, it owes everything once.
 */
export async function arrived(deps: Parts, person: PersonRef): Promise<void> {
  const { app, deliveries, wake, log } = deps;
  const waiting = await deliveries.ofPerson(person, 'unreachable');
  if (waiting.length === 0) return;
  const now = app.now();
  const oldest = instantOf(millisecondsOf(now) - DIGEST_DAYS * 86_400_000);
  const over = waiting.filter((row) => row.kind === 'digest' && row.due < oldest);
  const current = waiting.filter((row) => !over.includes(row));
  const digests = current.filter(({ kind }) => kind === 'digest');
  const messages = current.filter(({ kind }) => kind !== 'digest');

  for (const row of over) await deliveries.change(row, moot(row, 'over', now));
  if (messages.length > MOST_MESSAGES) await sumUp(deps, messages, now);
  for (const row of messages.length > MOST_MESSAGES ? digests : current) {
    const { reason: _, ...rest } = row;
    await deliveries.change(row, { ...rest, state: 'owed', due: now, refusals: 0, at: now });
    await wake([row]);
  }
  log.info(
    { person, messages: messages.length, digests: digests.length },
    'Somebody can be reached; what waited is owed',
  );
}

async function sumUp({ deliveries, wake }: Parts, messages: readonly ReadDelivery[], now: string): Promise<void> {
  const newest = messages.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  if (!newest) return;
  const name = { person: newest.person, run: catchUpRun(newest.at) };
  const one = owed(name, { kind: 'catchUp' }, now, now);
  const ended = messages.map((before) => ({ before, after: moot(before, 'summed up', now) }));
  // When somebody else is doing the same, they have it all; the card's own row tells who was first.
  if (await deliveries.replace(ended.slice(0, AT_ONCE), one)) {
    for (const { before, after } of ended.slice(AT_ONCE)) await deliveries.change(before, after);
    await wake([name]);
  }
}

const moot = (row: Delivery, reason: string, now: string): Delivery => ({ ...row, state: 'moot', reason, at: now });
