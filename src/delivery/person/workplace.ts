import type { Drawn } from '../../cards/card-context.js';
import { workplaceQuestion } from '../../cards/person/workplace-question.js';
import { parsePlace } from '../../domain/organisation/place.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { noteRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

/** Milliseconds until it is asked: what the source says is stored by then. */
const SOON_MS = 60_000;

/** Owes somebody the question whether they work where a source says now: asked before it is stored, once for each place. */
export async function oweWorkplaceQuestion(
  { app, deliveries, wake }: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  person: PersonRef,
  place: string,
): Promise<void> {
  const now = app.now();
  const due = instantOf(millisecondsOf(now) + SOON_MS);
  const name = { person, run: noteRun('workplace', place) };
  await deliveries.add([owed(name, { kind: 'note', note: 'workplace', about: place }, due, now)]);
  await wake([name], SOON_MS);
}

/** Asks it; or why it is not asked any more. */
export function workplaceNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  { language, sourced, department, protected: isProtected }: Person,
): Drawn | string {
  const place = parsePlace(about, app.directory());
  if (!place || isProtected || sourced?.place !== about) return 'another place';
  if (!sourced.follows && department === place.department) return 'they work there';
  return workplaceQuestion(context(language), place);
}
