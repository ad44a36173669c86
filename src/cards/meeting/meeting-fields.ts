import { farthestMeeting } from '../../domain/meeting/days.js';
import { type Meeting, meetingLengths } from '../../domain/meeting/meeting.js';
import { meetingLimits } from '../../domain/meeting/words.js';
import type { CardContext } from '../card-context.js';
import { choiceField, dateField, type Field, lineField, textField, timeField } from '../fields.js';

/** What stands in a meeting's form, as it was written. */
export interface MeetingDraft {
  what?: string | undefined;
  where?: string | undefined;
  on?: string | undefined;
  at?: string | undefined;
  minutes?: string | undefined;
  seats?: string | undefined;
  forWhom?: string | undefined;
}

/** A meeting as its form has it. */
export const draftOf = ({ words, on, at, minutes, seats }: Meeting): MeetingDraft => ({
  ...{ what: words.what, where: words.where, on, at, minutes: String(minutes) },
  ...(seats !== undefined && { seats: String(seats) }),
});

/** Vad? När? Var? Antal platser; for whom it is asked of a new one alone. */
export function meetingFields(context: CardContext, draft: MeetingDraft, beside: readonly Field[] = []): Field[] {
  const { t, today } = context;
  const words = (id: 'what' | 'where') =>
    textField(
      t,
      { id, label: `meeting.field.${id}`, limit: meetingLimits[id] },
      {
        ...{ value: draft[id], required: `meeting.field.${id}.missing`, lines: 'one' },
        placeholder: `meeting.field.${id}.hint`,
      },
    );
  return [
    words('what'),
    dateField('on', t('meeting.field.on'), {
      ...{ value: draft.on ?? '', min: today, max: farthestMeeting(today), missing: t('meeting.field.on.missing') },
    }),
    timeField('at', t('meeting.field.at'), { value: draft.at ?? '', missing: t('meeting.field.at.missing') }),
    choiceField({
      ...{ id: 'minutes', label: t('meeting.field.minutes'), value: draft.minutes ?? '60', placeholder: '' },
      choices: meetingLengths.map((minutes) => ({ value: String(minutes), title: lengthText(context, minutes) })),
    }),
    words('where'),
    ...beside,
    lineField({
      ...{ id: 'seats', label: t('field.optional', { label: t('meeting.field.seats') }), value: draft.seats ?? '' },
      ...{ placeholder: t('meeting.field.seats.hint'), limit: 3 },
    }),
  ];
}

const lengthText = ({ t }: CardContext, minutes: number): string =>
  minutes < 60 ? t('meeting.length.minutes', { count: minutes }) : t('meeting.length.hours', { count: minutes / 60 });
