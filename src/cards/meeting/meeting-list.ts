import type { MeetingsAhead } from '../../app/meeting/list-meetings.js';
import type { MeetingView } from '../../app/meeting/meeting-view.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { seatsText, whatOf, whenText } from './meeting-words.js';

const plain = { inputs: 'none' } as const;

export interface MeetingListView extends MeetingsAhead {
  /** What has happened, or was refused, in one line. */
  told?: string | undefined;
}

/** "Träffar": the next five. */
export function meetingList(context: CardContext, view: MeetingListView): Drawn {
  const { t } = context;
  const { meetings, page, more, mayHold, told } = view;
  const heading = t('meeting.list.heading');
  const none = t(mayHold ? 'meeting.list.begin' : 'meeting.list.none');
  const card = context.draw('meetings', {
    heading,
    told: told ? [{ text: told }] : [],
    about: meetings.length === 0 ? [{ text: none }] : [],
    rows: meetings.map((one) => meetingRow(context, one)),
    buttonRows: buttonRows([
      ...(mayHold ? [button(t('meeting.button.add'), 'meetingForm', {}, { ...plain, style: 'positive' })] : []),
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'meetings', { page: to }, plain)),
      button(t('methods.heading'), 'methods', { page: 0 }, plain),
    ]),
  });
  return {
    ...{ card, summary: told ?? heading },
    ...showsRecords(
      'titles',
      meetings.map(({ meeting: { id, seq } }) => ({ record: 'meeting' as const, id, seq })),
    ),
  };
}

/** One as a row; the whole row opens it. */
export function meetingRow(context: CardContext, { meeting, roles }: MeetingView): IdeaRowPart {
  const { t } = context;
  const title = whatOf(context, meeting);
  const when = whenText(context, meeting);
  const about = [
    ...(meeting.words.where && !meeting.hidden ? [meeting.words.where] : []),
    roles.has('comer') ? t('meeting.youCome') : seatsText(context, meeting),
  ].join(' · ');
  return {
    ...{ id: when, title, stage: '', about: [{ text: about }], waits: [] },
    open: button(
      t('meeting.open', { row: [when, title, about].join(', ') }),
      'meeting',
      { meeting: meeting.id, below: true },
      plain,
    ),
  };
}

/** The way to them, where people come for what they can use. */
export const meetingsButton = ({ t, settings: { eventSystem } }: CardContext) =>
  eventSystem ? undefined : button(t('meeting.list.heading'), 'meetings', { page: 0 }, plain);

/** What stands where a list of meetings stood that showed words which are out of sight now. */
export const meetingsChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [button(context.t('meeting.button.list'), 'meetings', { page: 0 }, plain)],
  });
