import { type Place, parsePlace } from '../../domain/organisation/place.js';
import { chosenAt } from '../../domain/person/sourced.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { amendPerson } from './change-person.js';

export interface PersonMove {
  /** Where they work from now on: `VOO`, or with a unit `VOO.HTN`. */
  to: string;
}

export interface Moved {
  me: ReadPerson;
  place: Place;
}

/** Somebody says where they work now. Refused where that is no place. Two round trips. */
export async function movePerson(
  deps: Pick<Deps, 'people' | 'directory'>,
  me: ReadPerson,
  { to }: PersonMove,
): Promise<Result<Moved, { code: 'unknownDepartment' }>> {
  const place = parsePlace(to, deps.directory());
  if (!place) return refuse({ code: 'unknownDepartment' });
  return accept({ me: await amendPerson(deps, me, (person) => chosenAt(person, place)), place });
}

/** Somebody whose department was not known has named it with something else that they did; one who has one keeps it. */
export async function settlePerson(
  deps: Pick<Deps, 'people' | 'directory'>,
  me: ReadPerson,
  { to }: PersonMove,
): Promise<ReadPerson> {
  const place = parsePlace(to, deps.directory());
  if (!place) return me;
  return amendPerson(deps, me, (person) => (person.department ? undefined : chosenAt(person, place)));
}
