import type { Reader } from '../../../src/cards/idea/reading';
import type { Role } from '../../../src/domain/idea/policy';
import type { PersonRef } from '../../../src/domain/person/person';

const reader = (ref: PersonRef, ...roles: Role[]): Reader => ({ ref, roles: new Set(roles) });

/** The people of story.ts as readers of its ideas. */
export const readers = {
  submitter: reader('pSUBMITTER', 'reader', 'submitter'),
  leader: reader('pLEADER', 'reader', 'decider'),
  otherLeader: reader('pOTHERLEADER', 'reader', 'decider'),
  driver: reader('pLEADER', 'reader', 'decider', 'driver'),
  noter: reader('pSUBMITTER', 'reader', 'submitter', 'noter'),
  moneyNoter: reader('pMANAGER', 'reader', 'noter'),
  doer: reader('pDOER', 'reader', 'doer'),
  asDriver: reader('pDRIVER', 'reader', 'driver'),
  owner: reader('pOWNER', 'reader', 'owner'),
  funder: reader('pMANAGER', 'reader', 'funder'),
  adopter: reader('pADOPTER', 'reader', 'adopter'),
  colleague: reader('pSTRANGER', 'reader'),
};

/** What they are called; demo people are named by their role. */
export const people: ReadonlyMap<PersonRef, string> = new Map([
  ['pSUBMITTER', 'Medarbetare Hemtjänst'],
  ['pLEADER', 'Innovationsledare Vård'],
  ['pOTHERLEADER', 'Innovationsledare Äldreomsorg'],
  ['pDOER', 'Arbetsledare Hemtjänst'],
  ['pDRIVER', 'Utvecklare Vård'],
  ['pOWNER', 'Fordonssamordnare Vård'],
  ['pMANAGER', 'Förvaltningschef Vård'],
  ['pADOPTER', 'Innovationsledare Samhällsbyggnad'],
  ['pFRIEND', 'Medarbetare Hemtjänst Norr'],
]);

/** All of them with one name. */
export const allNamed = (name: string): ReadonlyMap<PersonRef, string> =>
  new Map([...people.keys()].map((ref) => [ref, name]));
