import { z } from 'zod';
import { type MeetingEvent, meetingEventTypes } from '../../domain/meeting/events.js';
import { meetingCircles, meetingStages } from '../../domain/meeting/meeting.js';
import { day, instant } from '../idea/state/idea-state.js';
import {
  eventColumns,
  eventsIn,
  listColumns,
  recordColumns,
  recordLengths,
  text,
  textColumns,
  yes,
} from '../record/record-kinds.js';
import { rowKind } from '../row-kinds.js';

/** How the rows of meetings are read, beside what all records have (record/record-kinds.ts). */
const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(meetingStages) },
  ...{ circle: z.enum(meetingCircles), department: text.exactOptional() },
  ...{ on: day, at: text, minutes: z.number(), seats: z.number().exactOptional(), coming: z.number() },
  ...{ arranger: text, addedOn: day, movedOn: day.exactOptional(), reminded: day.exactOptional() },
  announced: z.looseObject({ month: text, place: z.number() }).exactOptional(),
  ...{ hidden: yes, changedAt: instant },
});

export const meetingKind = rowKind('meeting', { record: z.literal('meeting'), ...recordColumns(state) }, recordLengths);

/** What the list of those to come tells of one. */
export const meetingListedKind = rowKind('meetingListed', listColumns(state), recordLengths);

export const meetingEventKind = rowKind('meetingEvent', eventColumns(meetingEventTypes));
export const meetingEventIn = eventsIn<MeetingEvent>(meetingEventKind);
export const meetingTextKind = rowKind('meetingText', textColumns);
