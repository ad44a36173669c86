import type { Drawn } from '../../cards/card-context.js';
import { awaySet } from '../../cards/person/posts/away-set.js';
import { standInsFor } from '../../domain/person/changing-posts.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { type Day, instantOf, millisecondsOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { noteRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

/** Milliseconds until it is told: by then it is stored. */
const SOON_MS = 60_000;

/** Owes somebody that they are set as away: told before that is stored, once for each press. */
export async function oweAwayNote(
  { app, deliveries, wake }: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  person: PersonRef,
  until: Day,
  press: string,
): Promise<void> {
  const now = app.now();
  const due = instantOf(millisecondsOf(now) + SOON_MS);
  const name = { person, run: noteRun('awaySet', press) };
  await deliveries.add([owed(name, { kind: 'note', note: 'awaySet', about: until }, due, now)]);
  await wake([name], SOON_MS);
}

/** Says it; or why it is not said any more. */
export const awayNote = (
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  until: string,
  person: Person,
): Drawn | string =>
  person.awayUntil === until
    ? awaySet(context(person.language), until, standInsFor(person, app.directory()))
    : 'not away until then';
