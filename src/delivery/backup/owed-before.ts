import type { PersonRef } from '../../domain/person/person.js';
import { labelOf, wholeId } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { isOpen, owed, type ReadDelivery } from '../../store/delivery/deliveries.js';
import { catchUpRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';
import { relay } from '../outbox/relay.js';
import { toldIn } from '../person/arrivals.js';

/** What asks something that no list holds, or says no more than that somebody is there: it is drawn by what is true when it is sent. */
const stays: ReadonlySet<ReadDelivery['kind']> = new Set(['note', 'welcome', 'arrival', 'catchUp']);
/** What nobody misses: a card that is drawn anew, and a file that is gone. */
const isSilent: ReadonlySet<ReadDelivery['kind']> = new Set(['update', 'file']);
/** So many records one card remembers. */
const MOST_RECORDS = 50;

/**
 * After a restore: what the backup still owed is old by now. Each person gets one card that tells of it and of what waits for them, and none of the old messages.
 * `at`: of the backup, by which it is done once however often it is broken off. How many get one.
 */
export async function catchUpOwed(
  deps: DeliveryDeps,
  at: Instant,
  peopleWithItems: (partition: string) => Promise<PersonRef[]>,
): Promise<number> {
  // Events of which nobody has been told yet, first: then all that is owed stands as messages.
  while (await relay(deps)) {
    // Until there is no more.
  }
  const { app, deliveries } = deps;
  const messages = new Map<PersonRef, ReadDelivery[]>();
  const records = new Map<PersonRef, Set<string>>();
  const over: ReadDelivery[] = [];
  const recordsOf = (person: PersonRef) => {
    const known = records.get(person) ?? new Set<string>();
    records.set(person, known);
    return known;
  };
  for (const partition of deliveries.partitions) {
    for (const row of [...(await deliveries.all(partition, 'owed')), ...(await deliveries.all(partition, 'sending'))]) {
      if (stays.has(row.kind)) continue;
      over.push(row);
      if (!isSilent.has(row.kind)) messages.set(row.person, [...(messages.get(row.person) ?? []), row]);
    }
    for (const person of await peopleWithItems(partition)) {
      for (const { subject, told } of await deliveries.day.of(person))
        if (told === undefined && 'record' in subject)
          recordsOf(person).add(labelOf({ record: subject.record, id: wholeId(subject.id) }));
    }
  }
  for (const [person, rows] of messages)
    for (const label of toldIn(rows).split(' ').filter(Boolean)) recordsOf(person).add(label);
  const people = [...new Set([...messages.keys(), ...records.keys()])];
  const now = app.now();
  // They stand before anything goes, so that nobody is left without.
  await deliveries.add(
    people.map((person) => {
      const told = [...(records.get(person) ?? [])].slice(0, MOST_RECORDS).join(' ');
      return owed({ person, run: catchUpRun(at) }, { kind: 'catchUp', records: told }, now, now);
    }),
  );
  for (const row of over)
    if (isOpen(row)) await deliveries.change(row, { ...row, state: 'moot', reason: 'restored', at: now });
  for (const person of records.keys()) {
    const items = await deliveries.day.of(person);
    await deliveries.day.clear(items.filter(({ told }) => told === undefined));
  }
  return people.length;
}
