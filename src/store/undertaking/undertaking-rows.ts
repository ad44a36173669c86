import { nextDue } from '../../domain/undertaking/days.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { dueRow, type RecordLists } from '../record/record-rows.js';
import { stateOf } from '../record/record-states.js';

/**
 * What a department has undertaken for a year, by the year. One that counts has a place, and no two have the same at the same moment;
 * what was dropped stands after those.
 */
export const listKey = ({ year, department, place, stage, id }: Undertaking): string =>
  `${ofDepartment(year, department)}${stage === 'dropped' ? `dropped|${id}` : place}`;
const ofDepartment = (year: string, department: string): string => `undertakings|${year}|${department}|`;
/** Of a year, of one department or of all. */
export const listed = (year: string, department?: string) =>
  keys.prefixRange(department === undefined ? `undertakings|${year}|` : ofDepartment(year, department));

/** An undertaking without what it is listed by. */
const columnsOf = (undertaking: Undertaking) => ({
  ...longColumns('state', JSON.stringify(stateOf(undertaking))),
  ...longColumns('words', JSON.stringify(undertaking.words)),
});

/** Where an undertaking stands in lists, and what time brings it. A pure function of the undertaking. */
export const listsOf = (undertaking: Undertaking, { timeZone, calendar }: Mornings): RecordLists => ({
  [listKey(undertaking)]: columnsOf(undertaking),
  ...dueRow('undertaking', undertaking.id, nextDue(undertaking, calendar)?.on, timeZone),
});
