import type { Calendar } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { deniedBy, firstFree, nextEvent, ruledWords } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { type Day, dayOf, type Instant, instantOfTime, millisecondsOf } from '../time.js';
import { type MeetingCommand, type MeetingCommandType, meetingRules } from './commands.js';
import { nextDue, seatsRefused, timeRefused } from './days.js';
import type { MeetingEvent, MeetingEventData, MeetingEventType } from './events.js';
import { isFull, isSameTime, type Meeting, type MeetingTime, MOST_ANNOUNCED_A_MONTH } from './meeting.js';
import type { MeetingRole } from './policy.js';
import type { MeetingRefusal } from './refusal.js';
import { meetingLimits } from './words.js';

export interface MeetingActor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<MeetingRole>;
  /** Of one in the making: whether they may hold one there. */
  mayHold?: boolean;
}

/** What a decision needs to know of the world. */
export interface MeetingSetting {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** Of one in the making: which of this month's places for announcements are taken. */
  placesTaken?: readonly number[];
}

/** What is made to happen, without what every event has. */
type MeetingMaking = { [T in MeetingEventType]: { type: T; data: MeetingEventData[T] } }[MeetingEventType];

/**
 * What a command makes happen to a meeting: an event, or a refusal. Pure and total. Rights come before the version and the version
 * before the words, so that nobody learns by trying.
 */
export function decideMeeting(
  command: MeetingCommand,
  meeting: Meeting | undefined,
  actor: MeetingActor,
  setting: MeetingSetting,
): Result<MeetingEvent, MeetingRefusal> {
  const denied = meetingDenied(command, meeting, actor);
  if (denied) return refuse(denied);
  const words = ruledWords(meetingRules[command.type].words, meetingLimits, command.words);
  if (!words.ok) return words;
  const today = dayOf(setting.now, setting.timeZone);
  const made = leadsTo(command, meeting, actor.roles, { ...setting, today, where: words.value.where });
  if (!made.ok) return made;
  const envelope = { ...nextEvent(meeting, actor.ref, setting.now, today), words: words.value };
  // `MeetingMaking` has matched data to type, which a union that is spread does not say any more.
  return accept({ ...made.value, ...envelope } as MeetingEvent);
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. */
export function meetingDenied(
  { type, decisionVersion }: { type: MeetingCommandType; decisionVersion?: number | undefined },
  meeting: Meeting | undefined,
  { roles, mayHold }: Pick<MeetingActor, 'roles' | 'mayHold'>,
): MeetingRefusal | undefined {
  const denied = deniedBy(meetingRules[type], decisionVersion, meeting, { roles, mayMake: mayHold });
  return denied?.code === 'notAllowed' && type === 'comeToMeeting' ? { code: 'notForYou' } : denied;
}

/** Whether somebody with these roles could do this now, words and seats aside: what a card offers. */
export const isMeetingOpenTo = (type: MeetingCommandType, meeting: Meeting, roles: ReadonlySet<MeetingRole>): boolean =>
  meetingDenied({ type }, meeting, { roles }) === undefined;

function leadsTo(
  command: MeetingCommand,
  meeting: Meeting | undefined,
  roles: ReadonlySet<MeetingRole>,
  setting: MeetingSetting & { today: Day; where: string | undefined },
): Result<MeetingMaking, MeetingRefusal> {
  const { today, calendar, placesTaken = [], where } = setting;
  if (command.type === 'addMeeting') {
    const refused =
      timeRefused(command.data, today) ?? seatsRefused(command.data.seats, 0) ?? begunRefused(command.data, setting);
    if (refused) return refuse(refused);
    const place = firstFree(placesTaken, MOST_ANNOUNCED_A_MONTH);
    const announced = place === undefined ? {} : { announced: { month: today.slice(0, 7), place } };
    return accept({ type: 'meetingAdded', data: { ...command.data, ...announced } });
  }
  // Of no other command there may be none.
  if (!meeting) return refuse({ code: 'notFound' });
  const comes = roles.has('comer');
  switch (command.type) {
    case 'changeMeeting': {
      const stays = isSameTime(command.data, meeting);
      const refused =
        timeRefused(command.data, today) ??
        seatsRefused(command.data.seats, meeting.coming) ??
        (stays ? undefined : begunRefused(command.data, setting));
      if (refused) return refuse(refused);
      const quiet = stays && where === meeting.words.where;
      return accept({ type: 'meetingChanged', data: { ...command.data, ...(quiet && { quiet }) } });
    }
    case 'cancelMeeting':
      return accept({ type: 'meetingCancelled', data: {} });
    case 'comeToMeeting':
      if (meeting.on < today) return refuse({ code: 'notNow' });
      if (comes) return refuse({ code: 'comesAlready' });
      return isFull(meeting) ? refuse({ code: 'full' }) : accept({ type: 'seatTaken', data: {} });
    case 'missMeeting':
      return comes ? accept({ type: 'seatGivenUp', data: {} }) : refuse({ code: 'comesNot' });
    case 'freeSeat':
      return comes ? accept({ type: 'seatFreed', data: {} }) : refuse({ code: 'comesNot' });
    case 'hideMeeting':
      return accept({ type: 'meetingHidden', data: {} });
    case 'showMeeting':
      return accept({ type: 'meetingShown', data: {} });
    case 'bringNext':
      return brought(meeting, today, calendar);
  }
}

function brought(meeting: Meeting, today: Day, calendar: Calendar): Result<MeetingMaking, MeetingRefusal> {
  const due = nextDue(meeting, calendar);
  if (!due || due.on > today) return refuse({ code: 'notNow' });
  return due.type === 'meetingReminded'
    ? accept({ type: due.type, data: { on: meeting.on } })
    : accept({ type: due.type, data: {} });
}

/** Why a time of today cannot be that has been already; undefined of one that is to come. */
const begunRefused = (
  { on, at }: MeetingTime,
  { now, timeZone }: Pick<MeetingSetting, 'now' | 'timeZone'>,
): MeetingRefusal | undefined =>
  millisecondsOf(instantOfTime(on, at, timeZone)) < millisecondsOf(now) ? { code: 'hasBegun', field: 'at' } : undefined;
