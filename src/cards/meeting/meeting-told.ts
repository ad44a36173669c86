import { nextDue } from '../../domain/meeting/days.js';
import type { MeetingEvent } from '../../domain/meeting/events.js';
import type { Meeting } from '../../domain/meeting/meeting.js';
import type { MeetingAudience } from '../../domain/meeting/notices.js';
import type { DayPart } from '../../domain/person/day-news.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import { whatOf, whenText } from './meeting-words.js';

/** An event, and as what somebody hears of it; `actor`: they have done it themselves. */
export interface MeetingTold {
  event: MeetingEvent;
  as: MeetingAudience | 'actor';
}

/** What has happened, in one line. */
export function meetingTold(context: CardContext, meeting: Meeting, { event, as }: MeetingTold): string {
  const { t } = context;
  const { type } = event;
  const when = whenText(context, meeting);
  if (as !== 'actor') return t(`meeting.told.${type}`, { when });
  switch (type) {
    case 'meetingAdded':
      return t(event.data.announced ? 'meeting.did.meetingAdded' : 'meeting.did.listedOnly');
    case 'meetingChanged':
      return t(event.data.quiet ? 'meeting.did.changedQuietly' : 'meeting.did.meetingChanged');
    case 'seatTaken':
      return t(isReminded(context, meeting) ? 'meeting.did.seatTaken' : 'meeting.did.seatTakenLate');
    case 'seatFreed':
    case 'meetingReminded':
    case 'meetingHeld':
      return t(`meeting.told.${type}`, { when });
    default:
      return t(`meeting.did.${type}`, { when });
  }
}

/** Whether those who say now that they come are reminded of it. */
const isReminded = ({ settings: { calendar } }: CardContext, meeting: Meeting): boolean =>
  nextDue(meeting, calendar)?.type === 'meetingReminded';

const partOf = (as: MeetingTold['as']): DayPart =>
  as === 'comers' ? 'asked' : as === 'arranger' || as === 'actor' ? 'news' : 'training';

/** What happened to a meeting, as rows of its reader's day card. */
export const meetingDayRows = (context: CardContext, meeting: Meeting, told: readonly MeetingTold[]) =>
  told.map((one) => {
    const { id, seq } = meeting;
    const title = whatOf(context, meeting);
    const text = meetingTold(context, meeting, one);
    return {
      part: partOf(one.as),
      name: { record: 'meeting' as const, id, seq },
      row: {
        ...{ title, lines: [{ text }], tag: [{ text: context.t('meeting.tag') }] },
        press: button(
          context.t('meeting.open', { row: `${title}, ${text}` }),
          'meeting',
          { meeting: id, below: true },
          { inputs: 'none' },
        ),
      },
    };
  });
