import { viewMeeting } from '../../app/meeting/meeting-view.js';
import { rolesByMeeting } from '../../app/meeting/roles.js';
import type { CardContext } from '../../cards/card-context.js';
import { meetingCard } from '../../cards/meeting/meeting-card.js';
import { meetingRow, meetingsChanged } from '../../cards/meeting/meeting-list.js';
import { meetingDayRows, meetingTold } from '../../cards/meeting/meeting-told.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import { isAnnouncedTo, type MeetingAudience, meetingNotices } from '../../domain/meeting/notices.js';
import { type MeetingRole, mayReadMeeting } from '../../domain/meeting/policy.js';
import type { Person } from '../../domain/person/person.js';
import { namedIn, ofRecords } from '../record/record-subject.js';
import type { Drawing, DrawReason, SubjectKind, ToldAs } from '../subject.js';
import { meetingHears } from './hears.js';

/** Somebody, and what they are to a meeting now. */
interface MeetingReader {
  person: Person;
  roles: ReadonlySet<MeetingRole>;
}

/** Meetings, as far as others hear of them. */
export const meetingSubject: SubjectKind<Meeting, MeetingEvent, MeetingReader> = {
  load: async (app, id) => (await app.meetings.load(id))?.meeting,
  ...ofRecords<Meeting, MeetingEvent>((app) => app.meetings),
  hears: meetingHears,
  isNewsToSome: (event) => meetingNotices(event).some(({ urgency }) => urgency === 'day'),
  takesAway: ({ type }) => type === 'meetingHidden',
  reader: async (app, person, meeting) => {
    const comes = (await app.meetings.comesTo([meeting.id], person.ref)).has(meeting.id);
    return { person, roles: rolesByMeeting(app, person, meeting, comes) };
  },
  mayRead: (meeting, { roles }) => mayReadMeeting(meeting, roles),
  async urgency(_app, _meeting, { event, as }) {
    return meetingNotices(event).find((one) => one.as === as)?.urgency ?? 'day';
  },
  announces: (as) => isAnnouncedTo(as as MeetingAudience),
  stillAsked,
  newsRows: async (app, context, person, ids) =>
    (await app.meetings.loadAll(ids)).flatMap((meeting) => {
      const { id, seq, arranger } = meeting;
      const view = viewMeeting(app, person, meeting, false);
      if (!mayReadMeeting(meeting, view.roles)) return [];
      const name = { record: 'meeting' as const, id, seq };
      return [{ name, row: meetingRow(context, view), isOwn: arranger === person.ref }];
    }),
  dayRows: async (_app, context, meeting, _reader, told) =>
    meetingDayRows(context, meeting, namedIn<MeetingAudience, MeetingEvent>(told)),
  draw: async (_app, context, meeting, reader, reason) => drawn(context, meeting, reader, reason),
  listChanged: meetingsChanged,
};

/**
 * What is announced is over with the meeting, and is told to those alone for whom it is: whoever wants to hear of meetings may be of
 * another department. Whoever has said that they do not come is told no more of it. Those who come hear of its time also where its words
 * are hidden.
 */
function stillAsked(
  meeting: Meeting,
  { event, as }: ToldAs<MeetingEvent>,
  { roles }: Pick<MeetingReader, 'roles'>,
): boolean {
  const { stage } = meeting;
  const reads = mayReadMeeting(meeting, roles);
  if (isAnnouncedTo(as as MeetingAudience)) return stage === 'planned' && reads;
  // Whoever wrote it is told that it is hidden.
  if (as !== 'comers') return reads || event.type === 'meetingHidden';
  if (!roles.has('comer')) return false;
  return event.type === 'meetingHeld' ? reads : event.type !== 'meetingReminded' || stage === 'planned';
}

/** Its card as it is now, for one reader. */
function drawn(
  context: CardContext,
  meeting: Meeting,
  { person, roles }: MeetingReader,
  reason: DrawReason<MeetingEvent>,
): Drawing {
  const event = reason.for === 'update' ? reason.history.at(-1) : reason.event;
  const as = reason.for === 'notice' ? (reason.as as MeetingAudience) : 'actor';
  const seenAs = event && reason.for === 'update' && event.by !== person.ref ? 'arranger' : as;
  const told = event && !isOfOthers(event, person) ? meetingTold(context, meeting, { event, as: seenAs }) : undefined;
  return { message: meetingCard(context, { meeting, roles, told }), follows: reason.for === 'update', asks: false };
}

/** Who comes is nobody's news. */
const isOfOthers = ({ type, by }: MeetingEvent, { ref }: Person): boolean =>
  (type === 'seatTaken' || type === 'seatGivenUp' || type === 'seatFreed') && by !== ref;
