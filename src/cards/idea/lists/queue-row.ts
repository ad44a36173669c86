import { checksFor } from '../../../domain/idea/deciding/checks.js';
import { opinionAskedOf } from '../../../domain/idea/deciding/opinions.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { successorAsked } from '../../../domain/idea/people/successor.js';
import type { ReactionTally } from '../../../domain/idea/reactions.js';
import { daysLate, isWork, promisedDay } from '../../../domain/idea/waiting/late.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { type Day, daysBetween } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import type { CardContext } from '../../card-context.js';
import { needText } from '../parts/facts.js';
import { type Reader, readingOf } from '../reading.js';
import { firstLine } from './first-line.js';
import { ideaRow } from './idea-row.js';

export interface QueueLook {
  /** Until when it waits for the reader, where that is not the idea's own: their department is asked to take it in, or they are asked something `beside` what it waits for. */
  day?: Day | undefined;
  beside?: boolean | undefined;
  /** Also whose idea it is and how its problem begins, with the names that are known. */
  names?: ReadonlyMap<PersonRef, string>;
  /** How many have the same problem: a fact, by which nothing is put before anything else. */
  need?: Pick<ReactionTally, 'count' | 'departments'> | undefined;
}

/** In one's own queue a row says until when, and how late it is; whose turn it is, everybody knows. */
export function queueRow(
  context: CardContext,
  idea: Idea,
  reader: Reader,
  { day = idea.answerBy, beside, names, need }: QueueLook = {},
) {
  const about = names && aboutIdea(context, idea, reader, names);
  const also = needLine(context, need);
  if (beside && day) return ideaRow(context, idea, reader, besideLine(context, idea, reader.ref, day), about, also);
  const own = reader.roles.has('submitter');
  if (!day || (idea.waiting?.for === 'submitter' && !own))
    return ideaRow(context, idea, reader, undefined, about, also);
  return ideaRow(context, idea, reader, untilLine(context, idea, day), about, also);
}

/** "Samma problem: 14 personer i 3 förvaltningar"; empty where nobody has said so. */
function needLine(context: CardContext, need: QueueLook['need']): string {
  if (!need || need.count === 0) return '';
  const many = needText({ context, reacted: { need: { ...need, mine: false } } });
  return context.t('queue.need', { many });
}

function untilLine(context: CardContext, idea: Idea, day: Day) {
  const { answerDays } = context.settings;
  const own = day === idea.answerBy;
  const late = own ? daysLate(idea, context.today, answerDays) : Math.max(0, daysBetween(day, context.today));
  const promised = (own && promisedDay(idea, answerDays)) || day;
  const date = (of: Day) => dayText(of, context.language, context.today);
  const words = [
    ...(idea.news ? [context.t(`queue.news.${idea.news}`)] : []),
    ...(late > 0
      ? [context.t('queue.late', { days: late }), context.t('queue.promised', { day: date(promised) })]
      : [context.t(isWork(idea) ? 'queue.doneBy' : 'queue.answerBy', { day: date(day) })]),
  ];
  return { text: words.join(' · '), bold: late > 0 };
}

/** What is asked of them, and until when. */
function besideLine(context: CardContext, idea: Idea, reader: PersonRef, day: Day) {
  const joins = idea.askedColleagues?.some(({ person }) => person === reader) === true;
  const takesOver = successorAsked(idea)?.person === reader;
  const checks = checksFor(idea, reader).length > 0;
  const opinion = opinionAskedOf(idea, reader) !== undefined;
  const asked = takesOver
    ? 'queue.takingOver'
    : checks
      ? 'queue.checking'
      : opinion
        ? 'queue.opinion'
        : 'queue.merging';
  const beside = joins ? 'queue.joining' : asked;
  const date = dayText(day, context.language, context.today);
  return { text: context.t(beside, { day: date }), bold: day < context.today };
}

/** Whose idea it is, where the reader may know, and the beginning of its problem, where they may read it. */
export function aboutIdea(
  context: CardContext,
  idea: Idea,
  reader: Reader,
  names: ReadonlyMap<PersonRef, string>,
): string {
  const reading = readingOf(context, { idea, reader, names });
  const { text, known } = reading.nameOf(idea.submitter);
  return [known ? text : '', reading.seesWords ? firstLine(reading.idea) : ''].filter(Boolean).join(': ');
}
