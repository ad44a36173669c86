import { timeZoneOf } from '../../app/deps.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { EventName } from '../../domain/record.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import { receiptRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';
import { nextMorning } from '../morning.js';
import type { SendFault } from '../send-fault.js';
import { afterTry } from './after-try.js';

/** Of what somebody is owed a receipt: a record's event, or what they did with one activity (a hash of its id). */
export type Receipt = EventName | { activity: string };

/**
 * Owes somebody the receipt of something that was stored and whose answer Teams has not taken, once for each thing. What
 * follows from the fault is what follows for a message; one that may have arrived is noted as ambiguous.
 */
export async function oweReceipt(
  { app, deliveries, wake, log }: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake' | 'log'>,
  person: PersonRef,
  receipt: Receipt,
  fault: SendFault,
): Promise<void> {
  const now = app.now();
  const name = { person, run: receiptRun(receipt) };
  const first: Delivery = { ...owed(name, { kind: 'receipt', ...('id' in receipt && receipt) }, now, now), tries: 1 };
  const chance = (app.random(1)[0] ?? 0) / 256;
  const after = afterTry(first, fault, {
    now,
    chance,
    nextMorning: nextMorning(now, timeZoneOf(app), app.settings().calendar).at,
    chatIsClosed: false,
  });
  await deliveries.add([after]);
  const what = { person, run: name.run, state: after.state, reason: fault.reason };
  log.info(what, 'Something is stored and its answer could not be shown; it is owed like a message');
  if (after.state === 'owed') await wake([name], Math.max(0, Date.parse(after.due) - Date.parse(now)));
}
