import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { MeetingWords } from './words.js';

/** Where a meeting is on its way: it is to be held, it has been, or it will not be. */
export const meetingStages = ['planned', 'held', 'cancelled'] as const;
export type MeetingStage = (typeof meetingStages)[number];

/** For whom a meeting is; `leaders`: whoever leads, stands in for who leads, manages, or is of the innovation office. */
export const meetingCircles = ['everybody', 'department', 'leaders'] as const;
export type MeetingCircle = (typeof meetingCircles)[number];

/** So long a meeting can be, in minutes: from a quarter of an hour to a day. */
export const meetingLengths = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const;

/** More have a room of their own, and lists of their own. */
export const MOST_SEATS = 500;

/** So many are announced in a month, of the whole municipality and of each department: who is told of all reads none. */
export const MOST_ANNOUNCED_A_MONTH = 2;

/** When a meeting is held, as clocks in the municipality show it. */
export interface MeetingTime {
  on: Day;
  /** `09:30`. */
  at: string;
  minutes: number;
}

/** A place among what is announced in a month (`2026-11`), of the whole municipality where no department is named. */
export interface Announcement {
  month: string;
  place: number;
}

/** Something to which people come: to learn, or to tell each other how it goes ("Träff"). */
export interface Meeting extends MeetingTime {
  id: string;
  /** The number of its newest event. */
  seq: number;
  /** Rises when its stage, its time or its place changes: an older card is answered with the present one. */
  decisionVersion: number;
  stage: MeetingStage;
  circle: MeetingCircle;
  /** Code of the department that holds it; absent of the innovation office's. */
  department?: string;
  /** As many as there are; absent: whoever wants can come. */
  seats?: number;
  /** How many have said that they come. */
  coming: number;
  words: MeetingWords;
  arranger: PersonRef;
  addedOn: Day;
  /** On which day its time was changed last: those who come were told then. */
  movedOn?: Day;
  /** Absent of one that stands in the list alone. */
  announced?: Announcement;
  /** The day before which somebody was reminded last. */
  reminded?: Day;
  /** Its words are shown to nobody but those who hold it. */
  hidden?: true;
  changedAt: Instant;
}

/** Whether it is at the same time. */
export const isSameTime = (one: MeetingTime, other: MeetingTime): boolean =>
  one.on === other.on && one.at === other.at && one.minutes === other.minutes;

/** Whether nobody has room any more. */
export const isFull = ({ seats, coming }: Pick<Meeting, 'seats' | 'coming'>): boolean =>
  seats !== undefined && coming >= seats;
