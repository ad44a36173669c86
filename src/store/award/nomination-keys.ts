import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import { prefixRange } from '../keys.js';

export const nominationKey = (idea: string, name: string) => `nomination|${idea}|${name}`;
export const nominationsOf = (idea: string) => prefixRange(`nomination|${idea}|`);

/** What the clock has to do with one at its next look: ask or tell. */
export const nominationDueKey = (idea: string, name: string) => `nominationDue|${idea}|${name}`;
export const nominationsDue = () => prefixRange('nominationDue|');

/** On which day nobody waits for an answer any more: the clock reads those before today. */
export const nominationUntilKey = (until: Day, idea: string, name: string) =>
  `nominationUntil|${until}|${idea}|${name}`;
export const nominationsUntil = (before: Day) => ({ from: 'nominationUntil|', to: `nominationUntil|${before}` });

/** One of a person's few of a year. */
export const nominatingKey = (person: PersonRef, year: string, place: number) =>
  `nominating|${person}|${year}|${place}`;
/** Those of a year, or of all. */
export const nominatingBy = (person: PersonRef, year?: string) =>
  prefixRange(`nominating|${person}|${year === undefined ? '' : `${year}|`}`);

/** Those of a year to which somebody has said yes. */
export const nominatedKey = (year: string, idea: string, name: string) => `nominated|${year}|${idea}|${name}`;
export const nominatedIn = (year: string) => prefixRange(`nominated|${year}|`);

/** The places of everybody. */
export const everyNominating = prefixRange('nominating|');
