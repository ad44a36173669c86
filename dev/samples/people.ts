import type { Reader } from '../../src/cards/reading';
import type { PersonRef } from '../../src/domain/person';
import type { Role } from '../../src/domain/policy';

const reader = (ref: PersonRef, ...roles: Role[]): Reader => ({ ref, roles: new Set(roles) });

/** The people of story.ts as readers of its ideas. */
export const readers = {
  submitter: reader('pSUBMITTER', 'submitter'),
  leader: reader('pLEADER', 'decider'),
  driver: reader('pLEADER', 'decider', 'driver'),
  doer: reader('pDOER', 'doer'),
  colleague: reader('pSTRANGER'),
};

/** What they are called; demo people are named by their role. */
export const people: ReadonlyMap<PersonRef, string> = new Map([
  ['pSUBMITTER', 'Medarbetare Hemtjänst'],
  ['pLEADER', 'Innovationsledare Vård'],
  ['pDOER', 'Arbetsledare Hemtjänst'],
]);

/** All of them with one name. */
export const allNamed = (name: string): ReadonlyMap<PersonRef, string> =>
  new Map([...people.keys()].map((ref) => [ref, name]));
