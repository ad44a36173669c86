import type { MeetingCommand } from '../../../src/domain/meeting/commands.js';
import { decideMeeting, type MeetingActor, type MeetingSetting } from '../../../src/domain/meeting/decide.js';
import type { MeetingEvent } from '../../../src/domain/meeting/events.js';
import { evolveMeeting } from '../../../src/domain/meeting/evolve.js';
import type { Meeting } from '../../../src/domain/meeting/meeting.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';

/** A meeting from the day on which the office plans it, as people come to it, it is changed, and time passes. */

export const MEETING_ID = '0MEET1';

/** At eight in the morning, in Sweden, of a day. */
export const on = (day: string): MeetingSetting => ({
  ...{ now: `${day}T07:00:00.000Z`, timeZone: 'Europe/Stockholm', calendar: alwaysOpen },
});
export const plannedOn = on('2026-11-16');

const roles = (...some: ('arranger' | 'keeper' | 'comer' | 'invited' | 'clock')[]) => new Set(some);
export const arranger: MeetingActor = { ref: 'pOFFICE', roles: roles('arranger', 'keeper', 'invited'), mayHold: true };
export const keeper: MeetingActor = { ref: 'pLEADER', roles: roles('keeper', 'invited'), mayHold: true };
export const invited: MeetingActor = { ref: 'pINVITED', roles: roles('invited') };
/** Who has said that they come. */
export const comer: MeetingActor = { ref: 'pINVITED', roles: roles('invited', 'comer') };
export const anybody: MeetingActor = { ref: 'pANYBODY', roles: roles() };
export const clock: MeetingActor = { ref: 'clock', roles: roles('clock') };

export const WHAT = 'Prova Räkna före';
export const WHERE = 'Stadshuset, rum 3';
export const when = { on: '2026-12-03', at: '09:00', minutes: 90 } as const;

export const plans = (
  data: Partial<Extract<MeetingCommand, { type: 'addMeeting' }>['data']> = {},
  words = { what: WHAT, where: WHERE },
): MeetingCommand => ({ type: 'addMeeting', data: { ...when, circle: 'everybody', ...data }, words });
export const changes = (
  data: Partial<Extract<MeetingCommand, { type: 'changeMeeting' }>['data']> = {},
  words = { what: WHAT, where: 'Biblioteket' },
): MeetingCommand => ({ type: 'changeMeeting', data: { ...when, ...data }, words });
export const cancels = (why?: string): MeetingCommand => ({
  ...{ type: 'cancelMeeting', data: {}, words: why === undefined ? {} : { why } },
});
const bare = <T extends MeetingCommand['type']>(type: T) => ({ type, data: {}, words: {} }) as const;
export const comes: MeetingCommand = bare('comeToMeeting');
export const misses: MeetingCommand = bare('missMeeting');
export const hides: MeetingCommand = bare('hideMeeting');
export const shows: MeetingCommand = bare('showMeeting');
export const passes: MeetingCommand = bare('bringNext');
export const frees: MeetingCommand = bare('freeSeat');

export type MeetingStep = readonly [MeetingActor, MeetingCommand, MeetingSetting?];

/** What these steps have made, and the events; each must be one that may be taken. */
export function meetingAfter(...steps: readonly MeetingStep[]): { meeting: Meeting; events: MeetingEvent[] } {
  const events: MeetingEvent[] = [];
  let meeting: Meeting | undefined;
  for (const [actor, command, setting = plannedOn] of steps) {
    const decided = decideMeeting(command, meeting, actor, setting);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    events.push(decided.value);
    meeting = evolveMeeting(meeting, decided.value, MEETING_ID);
  }
  if (!meeting) throw new Error('Nothing happened');
  return { meeting, events };
}

export const planned = (): Meeting => meetingAfter([arranger, plans()]).meeting;
