import type { MeetingEvent } from './events.js';
import { isSameTime, type Meeting } from './meeting.js';

/** The meeting after an event. `id` names the one that a first event creates. */
export function evolveMeeting(before: Meeting | undefined, event: MeetingEvent, id = before?.id): Meeting {
  if (!id) throw new Error('The first event needs the id of its meeting');
  if (!before) return begun(id, event);
  const after: Meeting = { ...changed(before, event), seq: event.seq, changedAt: event.at };
  return decidedOn(before) === decidedOn(after) ? after : { ...after, decisionVersion: before.decisionVersion + 1 };
}

function begun(id: string, event: MeetingEvent): Meeting {
  if (event.type !== 'meetingAdded' || event.by === 'clock')
    throw new Error(`A meeting begins by being added by somebody, not by ${event.type}`);
  const { seq, at, day, by, data, words } = event;
  return {
    ...{ ...data, id, seq, decisionVersion: 1, stage: 'planned', coming: 0, words },
    ...{ arranger: by, addedOn: day, changedAt: at },
  };
}

/** What an event makes of it, beside its number and its time. */
function changed(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'meetingAdded':
      throw new Error('A meeting is added once');
    case 'meetingChanged': {
      const { seats: _, ...rest } = meeting;
      const { quiet: __, ...data } = event.data;
      const moved = isSameTime(data, meeting) ? {} : { movedOn: event.day };
      return { ...rest, ...data, ...moved, words: { ...meeting.words, ...event.words } };
    }
    case 'meetingCancelled':
      return { ...meeting, stage: 'cancelled', words: { ...meeting.words, ...event.words } };
    case 'seatTaken':
      return { ...meeting, coming: meeting.coming + 1 };
    case 'seatGivenUp':
    case 'seatFreed':
      return { ...meeting, coming: Math.max(0, meeting.coming - 1) };
    case 'meetingReminded':
      return { ...meeting, reminded: event.data.on };
    case 'meetingHeld':
      return { ...meeting, stage: 'held' };
    case 'meetingHidden':
      return { ...meeting, hidden: true };
    case 'meetingShown': {
      const { hidden: _, ...shown } = meeting;
      return shown;
    }
  }
}

/** What somebody decides on when they press a button of its card. */
const decidedOn = ({ stage, on, at, minutes, words }: Meeting): string =>
  JSON.stringify([stage, on, at, minutes, words.where]);
