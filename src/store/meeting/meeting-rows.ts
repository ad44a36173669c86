import { nextDue } from '../../domain/meeting/days.js';
import type { Announcement, Meeting } from '../../domain/meeting/meeting.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { dueRow, type RecordLists } from '../record/record-rows.js';
import { stateOf } from '../record/record-states.js';

/** Those that are to be held, the next one first. */
const PLANNED = 'meetings|planned|';
const plannedKey = ({ on, at, id }: Meeting): string => `${PLANNED}${on}|${at}|${id}`;
export const plannedRange = keys.prefixRange(PLANNED);

/**
 * A place among what is announced in a month, so that no two have the same at the same moment. It stays with its meeting, also when
 * that has been held.
 */
const announcedKey = (department: string | undefined, { month, place }: Announcement): string =>
  `${announcedOf(month, department)}${place}`;
const announcedOf = (month: string, department: string | undefined): string =>
  `meetings|announced|${month}|${department ?? ''}|`;
export const announcedRange = (month: string, department: string | undefined) =>
  keys.prefixRange(announcedOf(month, department));

/** Who has said that they come, a row each. */
export const comesKey = (id: string, person: PersonRef): string => `comes|${id}|${person}`;
export const comersRange = (id: string) => keys.prefixRange(`comes|${id}|`);

/** A meeting without what it is listed by. */
const columnsOf = (meeting: Meeting) => ({
  ...longColumns('state', JSON.stringify(stateOf(meeting))),
  ...longColumns('words', JSON.stringify(meeting.words)),
});

/** Where a meeting stands in lists, and what time brings it. A pure function of the meeting. */
export const listsOf = (meeting: Meeting, { timeZone, calendar }: Mornings): RecordLists => ({
  ...(meeting.stage === 'planned' && { [plannedKey(meeting)]: columnsOf(meeting) }),
  ...(meeting.announced && { [announcedKey(scopeOf(meeting), meeting.announced)]: { id: meeting.id } }),
  ...dueRow('meeting', meeting.id, nextDue(meeting, calendar)?.on, timeZone),
});

/** To whose announcements it belongs: its department's, where it is for that alone, else the municipality's. */
export const scopeOf = ({ circle, department }: Pick<Meeting, 'circle' | 'department'>): string | undefined =>
  circle === 'department' ? department : undefined;
