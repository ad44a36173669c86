import type { Meeting } from '../../domain/meeting/meeting.js';
import type { CardContext } from '../card-context.js';
import { calendarEntryLink } from '../person/deep-links.js';
import { timesOf } from './meeting-words.js';

/** Opens the meeting as a new entry in the reader's own calendar in Teams, for them to save: the bot needs no right to it. */
export function inCalendar(context: CardContext, meeting: Meeting): { title: string; url: string } {
  const { t } = context;
  const { id, words } = meeting;
  const content = [words.where ?? '', t('meeting.id', { id })].filter(Boolean).join('\n');
  return {
    title: t('button.putInCalendar'),
    url: calendarEntryLink(words.what ?? '', content, timesOf(context, meeting)),
  };
}
