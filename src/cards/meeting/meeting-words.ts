import type { Meeting } from '../../domain/meeting/meeting.js';
import type { MeetingRefusal } from '../../domain/meeting/refusal.js';
import { meetingLimits } from '../../domain/meeting/words.js';
import { dayOfWeek, type Instant, instantOf, instantOfTime, millisecondsOf } from '../../domain/time.js';
import { dayText, timeText, weekdayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { placeName } from '../places.js';

/** What it is, in somebody's words; that it is hidden, where nobody shows it. */
export const whatOf = ({ t }: CardContext, { words, hidden }: Pick<Meeting, 'words' | 'hidden'>): string =>
  hidden || !words.what ? t('meeting.hidden') : words.what;

type Timed = Pick<Meeting, 'on' | 'at' | 'minutes'>;

/** When it begins and ends. */
export function timesOf({ timeZone }: Pick<CardContext, 'timeZone'>, { on, at, minutes }: Timed) {
  const startTime: Instant = instantOfTime(on, at, timeZone);
  return { startTime, endTime: instantOf(millisecondsOf(startTime) + minutes * 60_000) };
}

/** "torsdag 3 december kl. 09:00–10:30". */
export function whenText(context: CardContext, meeting: Timed): string {
  const { t, language, today, timeZone } = context;
  const { startTime, endTime } = timesOf(context, meeting);
  const clock = (at: Instant) => timeText(at, timeZone).slice(-5);
  return t('meeting.when', {
    ...{ weekday: weekdayText(dayOfWeek(meeting.on), language), date: dayText(meeting.on, language, today) },
    ...{ from: clock(startTime), to: clock(endTime) },
  });
}

/** How it stands, in a word. */
export const stageText = ({ t }: CardContext, { stage }: Pick<Meeting, 'stage'>): string => t(`meeting.stage.${stage}`);

/** How many seats are left, or how many come. */
export function seatsText({ t }: CardContext, { seats, coming, stage }: Meeting): string {
  if (stage !== 'planned' || seats === undefined) return t('meeting.coming', { count: coming });
  const left = Math.max(0, seats - coming);
  return left === 0 ? t('meeting.full') : t('meeting.seatsLeft', { count: left, seats });
}

/** For whom it is. */
export function circleText(context: CardContext, { circle, department }: Pick<Meeting, 'circle' | 'department'>) {
  if (circle === 'department' && department) return placeName(context, { department });
  return context.t(circle === 'leaders' ? 'meeting.for.leaders' : 'meeting.for.everybody');
}

/** Where it is, as a link where it is nothing else. */
export const joinLink = ({ words: { where } }: Pick<Meeting, 'words'>): string | undefined =>
  where && /^https:\/\/\S+$/u.test(where) ? where : undefined;

/** Why something was not done, in words for the one who met it. */
export function meetingRefusal({ t }: CardContext, refusal: MeetingRefusal): string {
  if (refusal.code === 'wordsMissing' || refusal.code === 'wordsTooLong') {
    const { code, field } = refusal;
    return t(`refusal.${code}`, { field: t(`meeting.field.${field}`), limit: meetingLimits[field] });
  }
  return t(`meeting.refusal.${refusal.code}`);
}
