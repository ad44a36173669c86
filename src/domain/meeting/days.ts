import { type Calendar, openDay, openDayBefore } from '../organisation/calendar/calendar.js';
import { addDays, addMonths, type Day, isDay } from '../time.js';
import type { Meeting, MeetingTime } from './meeting.js';
import { MOST_SEATS, meetingLengths } from './meeting.js';
import type { MeetingRefusal } from './refusal.js';

/** The last day for which somebody may plan one. */
export const farthestMeeting = (today: Day): Day => addMonths(today, 12);

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Why a time that somebody has chosen cannot be, or the seats; undefined of what can. */
export function timeRefused({ on, at, minutes }: MeetingTime, today: Day): MeetingRefusal | undefined {
  if (!isDay(on)) return { code: 'badDate', field: 'on' };
  if (on < today) return { code: 'dateNotAhead', field: 'on' };
  if (on > farthestMeeting(today)) return { code: 'dateFarOff', field: 'on' };
  const isLength = meetingLengths.some((one) => one === minutes);
  return TIME.test(at) && isLength ? undefined : { code: 'badTime', field: 'at' };
}

export function seatsRefused(seats: number | undefined, coming: number): MeetingRefusal | undefined {
  if (seats === undefined) return undefined;
  if (!Number.isInteger(seats) || seats < 1 || seats > MOST_SEATS) return { code: 'badSeats', field: 'seats' };
  return seats < coming ? { code: 'fewerSeats', field: 'seats' } : undefined;
}

/** What time brings next, and on which day. */
type MeetingDue = { type: 'meetingReminded' | 'meetingHeld'; on: Day };

/**
 * What comes of itself when nobody does anything; undefined of one that has ended. So every one ends. One that is planned for
 * tomorrow or today reminds nobody, nor one that has been moved there: those who come have just said so, or heard it. Who comes on a
 * Monday is reminded on the Friday.
 */
export function nextDue(
  {
    stage,
    on,
    addedOn,
    movedOn = addedOn,
    reminded,
  }: Pick<Meeting, 'stage' | 'on' | 'addedOn' | 'movedOn' | 'reminded'>,
  calendar: Calendar,
): MeetingDue | undefined {
  if (stage !== 'planned') return undefined;
  const before = openDayBefore(on, calendar);
  return before > movedOn && reminded !== on
    ? { type: 'meetingReminded', on: before }
    : { type: 'meetingHeld', on: openDay(addDays(on, 1), calendar) };
}
