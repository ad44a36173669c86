import type { Idea } from '../../../domain/idea/idea.js';
import { daysLate, isWork, promisedDay } from '../../../domain/idea/waiting/late.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { type Day, daysBetween } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import type { Kit } from '../../kit.js';
import { type Reader, readingOf } from '../reading.js';
import { firstLine } from './first-line.js';
import { ideaRow } from './idea-row.js';

export interface QueueLook {
  /** Until when it waits for the reader, where that is not the idea's own: their department is asked to take it in, or they are asked something `beside` what it waits for. */
  day?: Day | undefined;
  beside?: boolean | undefined;
  /** Also whose idea it is and how its problem begins, with the names that are known. */
  names?: ReadonlyMap<PersonRef, string>;
}

/** In one's own queue a row says until when, and how late it is; whose turn it is, everybody knows. */
export function queueRow(kit: Kit, idea: Idea, reader: Reader, { day = idea.answerBy, beside, names }: QueueLook = {}) {
  const about = names && aboutIdea(kit, idea, reader, names);
  if (beside && day) return ideaRow(kit, idea, reader, besideLine(kit, idea, reader.ref, day), about);
  const own = reader.roles.has('submitter');
  if (!day || (idea.waiting?.for === 'submitter' && !own)) return ideaRow(kit, idea, reader, undefined, about);
  return ideaRow(kit, idea, reader, untilLine(kit, idea, day), about);
}

function untilLine(kit: Kit, idea: Idea, day: Day) {
  const { answerDays } = kit.settings;
  const own = day === idea.answerBy;
  const late = own ? daysLate(idea, kit.today, answerDays) : Math.max(0, daysBetween(day, kit.today));
  const promised = (own && promisedDay(idea, answerDays)) || day;
  const date = (of: Day) => dayText(of, kit.language, kit.today);
  const words = [
    ...(idea.news ? [kit.say(`queue.news.${idea.news}`)] : []),
    ...(late > 0
      ? [kit.say('queue.late', { days: late }), kit.say('queue.promised', { day: date(promised) })]
      : [kit.say(isWork(idea) ? 'queue.doneBy' : 'queue.answerBy', { day: date(day) })]),
  ];
  return { text: words.join(' · '), bold: late > 0 };
}

/** What is asked of them, and until when. */
function besideLine(kit: Kit, idea: Idea, reader: PersonRef, day: Day) {
  const joins = idea.askedColleagues?.some(({ person }) => person === reader) === true;
  const date = dayText(day, kit.language, kit.today);
  return { text: kit.say(joins ? 'queue.joining' : 'queue.merging', { day: date }), bold: day < kit.today };
}

/** Whose idea it is, where the reader may know, and the beginning of its problem, where they may read it. */
function aboutIdea(kit: Kit, idea: Idea, reader: Reader, names: ReadonlyMap<PersonRef, string>): string {
  const reading = readingOf(kit, { idea, reader, names });
  const { text, known } = reading.nameOf(idea.submitter);
  return [known ? text : '', reading.seesWords ? firstLine(reading.idea) : ''].filter(Boolean).join(': ');
}
