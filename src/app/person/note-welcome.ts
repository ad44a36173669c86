import { welcomedAs } from '../../domain/person/welcome.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { amendPerson } from './change-person.js';

/** Notes that somebody is welcomed as these: as one of the municipality, for a post. Two round trips, none where it is noted. */
export const noteWelcome = (
  deps: Pick<Deps, 'people' | 'directory'>,
  me: ReadPerson,
  names: readonly string[],
): Promise<ReadPerson> =>
  amendPerson(deps, me, (person) =>
    names.every((name) => person.welcomed.includes(name)) ? undefined : welcomedAs(person, names, deps.directory()),
  );
