import type { PersonField, PersonRef } from '../person/person.js';
import type { MeetingEvent } from './events.js';
import type { Meeting } from './meeting.js';

/**
 * Every field of a meeting that names somebody, and what becomes of the reference of one who has their data erased: it stands for what
 * they have arranged for others, and leads to nobody. The compiler names a field that is missing here.
 */
export const namesInMeeting: { readonly [K in PersonField<Meeting>]: 'goes' | 'stands' } = {
  arranger: 'stands',
};

/** The same meeting where one reference is another one's now. */
export const movedTo = (meeting: Meeting, from: PersonRef, to: PersonRef): Meeting =>
  meeting.arranger === from ? { ...meeting, arranger: to } : meeting;

/** Whom an event names: their traces lead to the meeting. */
export const namedInEvent = ({ by }: MeetingEvent): PersonRef[] => (by === 'clock' ? [] : [by]);
