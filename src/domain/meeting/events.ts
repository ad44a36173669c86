import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day, Instant } from '../time.js';
import type { Announcement, Meeting, MeetingTime } from './meeting.js';
import type { MeetingWords } from './words.js';

/** What an event holds beside its words: codes, days and numbers only. */
export interface MeetingEventData {
  meetingAdded: MeetingTime & Pick<Meeting, 'circle' | 'department' | 'seats'> & { announced?: Announcement };
  /** `quiet`: neither when nor where, for which alone those who come are told. */
  meetingChanged: MeetingTime & Pick<Meeting, 'seats'> & { quiet?: true };
  meetingCancelled: NoData;
  /** "Jag kommer", by who comes. */
  seatTaken: NoData;
  /** "Kan inte", by who has said that they come. */
  seatGivenUp: NoData;
  /** Whoever had it has left: of whom it was nothing is said. */
  seatFreed: NoData;
  /** It is the day before this one. */
  meetingReminded: { on: Day };
  /** It was yesterday. */
  meetingHeld: NoData;
  meetingHidden: NoData;
  meetingShown: NoData;
}

export type MeetingEventType = keyof MeetingEventData;

const types: { readonly [T in MeetingEventType]: true } = {
  ...{ meetingAdded: true, meetingChanged: true, meetingCancelled: true },
  ...{ seatTaken: true, seatGivenUp: true, seatFreed: true },
  ...{ meetingReminded: true, meetingHeld: true, meetingHidden: true, meetingShown: true },
};
export const meetingEventTypes = Object.keys(types) as MeetingEventType[];

/** Something that happened to a meeting: insert-only, the record of it. */
export interface MeetingHappened<T extends MeetingEventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then. */
  day: Day;
  by: PersonRef | 'clock';
  data: MeetingEventData[T];
  /** What people wrote. Stored apart, so that it can be erased and the record stays whole. */
  words: MeetingWords;
}

export type MeetingEvent = { [T in MeetingEventType]: MeetingHappened<T> }[MeetingEventType];
