import type { Person } from '../../domain/person/person.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Deps } from '../deps.js';
import { readableTo } from '../undertaking/undertaking-view.js';

/** What a department promised after the last round that is over, as this reader may see it. Three round trips. */
export async function promisedBefore(deps: Deps, person: Person, department: string): Promise<Undertaking | undefined> {
  const last = (await deps.capability.rounds()).find(({ closed }) => closed);
  const id = last && (await deps.capability.department(last.year, department))?.promise;
  const promised = id === undefined ? undefined : (await deps.undertakings.load(id))?.undertaking;
  return promised && !promised.hidden && readableTo(deps, person, promised) ? promised : undefined;
}
