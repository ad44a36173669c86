import type { HeldInMeeting } from '../../app/meeting/people-in-meeting.js';
import { timeText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { meetingTold } from './meeting-told.js';
import { stageText, whatOf, whenText } from './meeting-words.js';

/** What is stored of somebody about one meeting, line by line: what they did and wrote. */
export function heldInMeeting(
  context: CardContext,
  person: { ref: string },
  { meeting, roles, events }: HeldInMeeting,
): string[] {
  const { t, timeZone } = context;
  const own = roles.has('arranger') ? { words: meeting.words } : meeting;
  return [
    '',
    `${t('meeting.id', { id: meeting.id })}: ${whatOf(context, own)}`,
    `${whenText(context, meeting)}. ${stageText(context, meeting)}`,
    ...(roles.has('comer') ? [t('meeting.youCome')] : []),
    ...events.flatMap((event) => {
      const isOwn = event.by === person.ref;
      // What others have written is not theirs.
      const said = isOwn ? Object.values(event.words).map((text) => `  ${text}`) : [];
      const text = meetingTold(context, meeting, { event, as: isOwn ? 'actor' : 'arranger' });
      return [`- ${timeText(event.at, timeZone)} ${text}`, ...said];
    }),
  ];
}
