import type { Department } from '../../domain/organisation/organisation.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField } from '../fields.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';
import { type MeetingDraft, meetingFields } from './meeting-fields.js';

export interface MeetingFormView {
  /** Whose people it may be for alone. */
  departments: readonly Department[];
  draft?: MeetingDraft | undefined;
  /** Why it came back. */
  fault?: string | undefined;
}

/** The form in which the office or a leader plans a meeting. */
export function meetingForm(context: CardContext, { departments, draft = {}, fault }: MeetingFormView): Drawn {
  const { t } = context;
  const heading = t('meeting.form.heading');
  const forWhom = choiceField({
    ...{ id: 'forWhom', label: t('meeting.field.forWhom'), value: draft.forWhom ?? 'everybody', placeholder: '' },
    choices: [
      { title: t('meeting.for.everybody'), value: 'everybody' },
      ...departments.map(({ code }) => ({ title: placeName(context, { department: code }), value: code })),
      { title: t('meeting.for.leaders'), value: 'leaders' },
    ],
  });
  const card = context.draw('form', {
    heading,
    fault: fault ? [{ text: fault }] : [],
    about: t('meeting.form.about'),
    fields: meetingFields(context, draft, [forWhom]),
    buttonRows: buttonRows([
      button(
        t('meeting.button.save'),
        'addMeeting',
        { idempotencyKey: context.mintIdempotencyKey() },
        { style: 'positive' },
      ),
      button(t('button.back'), 'meetings', { page: 0 }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: fault ?? heading };
}
