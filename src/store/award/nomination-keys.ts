import type { PersonRef } from '../../domain/person/person.js';
import { prefixRange } from '../keys.js';

export const nominationKey = (idea: string, name: string) => `nomination|${idea}|${name}`;
export const nominationsOf = (idea: string) => prefixRange(`nomination|${idea}|`);

/** What the clock has to do with one: ask, tell or end it. */
export const nominationDueKey = (idea: string, name: string) => `nominationDue|${idea}|${name}`;
export const nominationsDue = () => prefixRange('nominationDue|');

/** One of a person's few of a year. */
export const nominatingKey = (person: PersonRef, year: string, place: number) =>
  `nominating|${person}|${year}|${place}`;
/** Those of a year, or of all. */
export const nominatingBy = (person: PersonRef, year?: string) =>
  prefixRange(`nominating|${person}|${year === undefined ? '' : `${year}|`}`);

/** Those of a year to which somebody has said yes. */
export const nominatedKey = (year: string, idea: string, name: string) => `nominated|${year}|${idea}|${name}`;
export const nominatedIn = (year: string) => prefixRange(`nominated|${year}|`);
