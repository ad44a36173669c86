import type { MeetingAct } from '../../app/meeting/act-on-meeting.js';
import { type MeetingView, MOST_NAMED } from '../../app/meeting/meeting-view.js';
import { isMeetingOpenTo } from '../../domain/meeting/decide.js';
import { isFull } from '../../domain/meeting/meeting.js';
import { meetingLimits } from '../../domain/meeting/words.js';
import { addDays } from '../../domain/time.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { type Field, textField } from '../fields.js';
import { type Fact, type Section, section } from '../paragraphs.js';
import { type Button, button } from '../verbs.js';
import { inCalendar } from './in-calendar.js';
import { draftOf, type MeetingDraft, meetingFields } from './meeting-fields.js';
import type { MeetingPanel } from './meeting-verbs.js';
import { circleText, joinLink, seatsText, stageText, whatOf, whenText } from './meeting-words.js';

export interface MeetingCardView extends MeetingView {
  panel?: MeetingPanel | undefined;
  /** What has happened, in one line. */
  told?: string | undefined;
  fault?: string | undefined;
  /** What was written in the panel that is open. */
  kept?: (MeetingDraft & { why?: string | undefined }) | undefined;
}

const plain = { inputs: 'none' } as const;
/** So long after it whoever came is asked what they take with them. */
const ASKED_DAYS = 14;
const LONGEST_TAKEN = 500;

/** A meeting as one reader sees it, with what they can do. */
export function meetingCard(context: CardContext, view: MeetingCardView): Drawn {
  const { t } = context;
  const { meeting, told, fault, roles } = view;
  const { id, seq } = meeting;
  const panel = openPanel(view);
  const isForm = panel === 'change' || panel === 'cancel';
  const title = roles.has('keeper') ? whatOf(context, { words: meeting.words }) : whatOf(context, meeting);
  const stage = stageText(context, meeting);
  const card = context.draw('meeting', {
    ...{ stageLine: `${t('meeting.id', { id })} · ${stage}`, title, titleSize: 'Large' },
    told: told ? [{ text: told }] : [],
    fault: fault ? [{ text: fault }] : [],
    words: isForm ? [] : sections(context, view, panel),
    facts: isForm ? [] : facts(context, view),
    fields: fields(context, view, panel),
    buttonRows: buttonRows(panel ? panelButtons(context, view, panel) : buttons(context, view)),
    elsewhere: panel ? [] : links(context, view),
  });
  return {
    card,
    summary: told ? `${told} ${title}` : `${stage}: ${title}`,
    gist: [title, whenText(context, meeting)],
    about: { card: `meeting.${id}`, records: [{ record: 'meeting', id, seq }] },
  };
}

/** What is open, where the reader may have it open. */
function openPanel({ meeting, roles, panel }: MeetingCardView): MeetingPanel | undefined {
  if (panel === 'change') return isMeetingOpenTo('changeMeeting', meeting, roles) ? panel : undefined;
  if (panel === 'cancel') return isMeetingOpenTo('cancelMeeting', meeting, roles) ? panel : undefined;
  return roles.has('keeper') ? panel : undefined;
}

const seesWords = ({ meeting, roles }: MeetingView): boolean => roles.has('keeper') || !meeting.hidden;

function sections(context: CardContext, view: MeetingCardView, panel: MeetingPanel | undefined): Section[] {
  const { meeting, comers = [] } = view;
  if (panel === 'comers') return comersSection(context, comers, meeting.coming);
  return seesWords(view) ? section(context.t('meeting.section.why'), meeting.words.why) : [];
}

function comersSection({ t }: CardContext, comers: readonly string[], coming: number): Section[] {
  const more = comers.length >= MOST_NAMED && coming > comers.length ? coming - comers.length : 0;
  const names = [comers.join(', '), ...(more > 0 ? [t('meeting.comers.more', { count: more })] : [])].join('\n');
  return section(t('meeting.section.comers'), comers.length > 0 ? names : t('meeting.comers.none'));
}

function facts(context: CardContext, view: MeetingCardView): Fact[] {
  const { t } = context;
  const { meeting } = view;
  const fact = (label: string, value: string | undefined): Fact[] =>
    value ? [{ label, values: [{ text: value }] }] : [];
  return [
    ...fact(t('meeting.fact.when'), whenText(context, meeting)),
    ...fact(t('meeting.fact.where'), seesWords(view) ? meeting.words.where : undefined),
    ...fact(t('meeting.fact.forWhom'), circleText(context, meeting)),
    ...fact(t('meeting.fact.seats'), meeting.stage === 'cancelled' ? undefined : seatsText(context, meeting)),
  ];
}

/** Whether the reader is asked what they take with them from it. */
const asksTaken = ({ today }: CardContext, { meeting, roles }: MeetingView): boolean =>
  meeting.stage === 'held' && roles.has('comer') && today <= addDays(meeting.on, ASKED_DAYS);

function fields(context: CardContext, view: MeetingCardView, panel: MeetingPanel | undefined): Field[] {
  const { t } = context;
  const { meeting, kept } = view;
  if (panel === 'change') return meetingFields(context, { ...draftOf(meeting), ...kept });
  if (panel === 'cancel')
    return [
      textField(
        t,
        { id: 'why', label: 'meeting.field.why', limit: meetingLimits.why },
        { value: kept?.why, optional: true },
      ),
    ];
  // What is written here goes along to the form of an idea, and is kept nowhere before that is sent.
  return !panel && asksTaken(context, view)
    ? [
        textField(
          t,
          { id: 'text', label: 'meeting.field.taken', limit: LONGEST_TAKEN },
          { required: 'meeting.field.taken.missing', lines: 'one' },
        ),
      ]
    : [];
}

/** What the reader can do, the most wanted first. */
function buttons(context: CardContext, view: MeetingCardView): Button[] {
  const { t, today } = context;
  const { meeting, roles } = view;
  const { id, stage, on } = meeting;
  const comes = roles.has('comer');
  const isAhead = stage === 'planned' && on >= today;
  const mayCome = isAhead && !comes && !isFull(meeting) && isMeetingOpenTo('comeToMeeting', meeting, roles);
  const mayMiss = isAhead && (comes || mayCome) && isMeetingOpenTo('missMeeting', meeting, roles);
  return [
    ...(asksTaken(context, view) ? [button(t('meeting.button.idea'), 'form', {}, { style: 'positive' })] : []),
    ...(mayCome ? [act(context, view, 'comeToMeeting', t('meeting.button.come'), 'positive')] : []),
    ...(mayMiss ? [act(context, view, 'missMeeting', t('meeting.button.miss'))] : []),
    ...(isAhead && seesWords(view) ? [button(t('meeting.button.file'), 'meetingFile', { meeting: id }, plain)] : []),
    roles.has('keeper')
      ? button(t('meeting.button.manage'), 'meeting', { meeting: id, panel: 'manage' }, plain)
      : button(t('meeting.button.list'), 'meetings', { page: 0 }, plain),
  ];
}

/** Its place in the reader's own calendar, and where it is, where that is a link. */
function links(context: CardContext, view: MeetingCardView): { links: { title: string; url: string }[] }[] {
  const { meeting } = view;
  if (meeting.stage !== 'planned' || meeting.on < context.today || !seesWords(view)) return [];
  const join = joinLink(meeting);
  return [
    {
      links: [inCalendar(context, meeting), ...(join ? [{ title: context.t('meeting.button.join'), url: join }] : [])],
    },
  ];
}

/** What a panel sends is called as the button that opened it. */
function panelButtons(context: CardContext, view: MeetingCardView, panel: MeetingPanel): Button[] {
  const { t } = context;
  const { meeting, roles } = view;
  const { id } = meeting;
  const back = button(t('button.back'), 'meeting', { meeting: id }, plain);
  const opens = (to: MeetingPanel, title: string) => button(title, 'meeting', { meeting: id, panel: to }, plain);
  const can = (type: MeetingAct) => isMeetingOpenTo(type, meeting, roles);
  if (panel === 'change')
    return [act(context, view, 'changeMeeting', t('meeting.button.saveChange'), 'positive'), back];
  if (panel === 'cancel') return [act(context, view, 'cancelMeeting', t('meeting.button.cancel'), 'positive'), back];
  if (panel === 'comers') return [back];
  return [
    ...(can('changeMeeting') ? [opens('change', t('meeting.button.change'))] : []),
    opens('comers', t('meeting.button.comers')),
    ...(can('cancelMeeting') ? [opens('cancel', t('meeting.button.cancel'))] : []),
    ...(can('hideMeeting') ? [act(context, view, 'hideMeeting', t('meeting.button.hide'))] : []),
    ...(can('showMeeting') ? [act(context, view, 'showMeeting', t('meeting.button.show'))] : []),
    button(t('meeting.button.list'), 'meetings', { page: 0 }, plain),
    back,
  ];
}

const act = (
  context: CardContext,
  { meeting: { id, decisionVersion } }: MeetingView,
  type: MeetingAct,
  title: string,
  style: Button['style'] = 'default',
): Button =>
  button(
    title,
    'actOnMeeting',
    { meeting: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey(), meetingAct: type },
    { style, ...(type === 'changeMeeting' || type === 'cancelMeeting' ? {} : { inputs: 'none' }) },
  );
