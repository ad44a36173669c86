import { type Deps, todayIn } from '../../app/deps.js';
import { moveOn } from '../../app/idea/clock/move-on.js';
import { readersOf } from '../../app/idea/lists/queue-readers.js';
import { countToAnswer } from '../../app/idea/lists/queues.js';
import { endMoved } from '../../app/idea/merge-idea.js';
import { telling } from '../../app/idea/record/reactions.js';
import { rolesNow } from '../../app/idea/roles.js';
import { settleAdoptions } from '../../app/idea/use/settle-adoptions.js';
import { ideaNews } from '../../cards/idea/lists/idea-row.js';
import { listChanged } from '../../cards/idea/lists/list-changed.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isAnswered, isOvertaken, isPutTo } from '../../domain/idea/notices/asking.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { isNewIdea, stopsOf } from '../../domain/idea/notices/notices.js';
import { isNewsToSome } from '../../domain/idea/notices/ranks.js';
import { type Urgency, urgencyOf } from '../../domain/idea/notices/urgency.js';
import { departmentsOf, isTheirTurn } from '../../domain/idea/policy.js';
import { isReaction } from '../../domain/idea/reactions.js';
import { takesAway } from '../../domain/idea/reading/out-of-sight.js';
import { isTakenAway, mayReadWords } from '../../domain/idea/reading/visibility.js';
import { stages } from '../../domain/idea/stages.js';
import { happenedTo } from '../../domain/idea/use/adoption.js';
import {
  hasDayCard,
  MOST_NEW_AT_ONCE_A_WEEK,
  MOST_WAITING_AT_ONCE,
  type Person,
  WAITING_KEPT_UP_WITH,
} from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import { weekOf } from '../../domain/time.js';
import { EVENTS_A_PAGE } from '../../store/idea/history.js';
import type { SubjectKind, ToldAs } from '../subject.js';
import { dayRows } from './day-rows.js';
import { draw, type IdeaReader } from './draw.js';
import { answers, hears } from './hears.js';

/** Ideas, as far as others hear of them. */
export const ideaSubject: SubjectKind<Idea, IdeaEvent, IdeaReader> = {
  load: async (app, id) => (await app.ideas.load(wholeId(id)))?.idea,
  event: (app, id, seq) => app.ideas.event(id, seq),
  events: (app, id, seqs) => eventsOf(app, id, seqs),
  seqOf: happenedTo,
  reacted: async (app, idea, reaction, from) => (isReaction(reaction) ? telling(app, idea, reaction, from) : undefined),
  listChanged,
  newest: async ({ ideas }, id) => {
    const { events } = await ideas.newest(wholeId(id), { limit: EVENTS_A_PAGE });
    return ideas.withWords(wholeId(id), events.toReversed());
  },
  hears,
  answers,
  isNewsToSome,
  async goesOn(app: Deps, idea, event) {
    if (event.adoption !== undefined) {
      await app.ideas.tellInWeek(idea, event);
      // It may have been accepted while the idea ended: what that ends for all, ends for this one too.
      if (!stages[idea.stage].spreads) await settleAdoptions(app, idea.id);
      return false;
    }
    const ended = await endMoved(app, idea);
    // Who could decide may have become a submitter by it: then the idea goes on, and the event of that tells the next.
    const moved = mayLoseReaders(event) && (await moveOn(app, idea.id));
    return ended || moved;
  },
  readersOf,
  takesAway,
  isOutOfSight: (idea) => isTakenAway(idea) || idea.commentsOut === true || idea.linesOut === true,
  reader: async (app, person, idea) => ({
    person,
    roles: await rolesNow(app, person, idea),
    departments: app.directory().everyCode(departmentsOf(person, app.directory())),
  }),
  mayRead: (idea, { person, roles }) => mayReadWords({ ref: person.ref, roles }, idea),
  unwanted({ event, as }, person) {
    const stop = stopsOf(event, as as Audience).find((one) => !person.preferences[one]);
    if (stop) return `${stop} off`;
    // Nothing is told of a comment that is out of sight by now, nor of one whose words have been erased.
    const { only } = meaningOf(event);
    return event.since?.out || (only && !event.words[only]) ? 'taken back' : undefined;
  },
  urgency,
  announces: () => false,
  isListed: (as) => as === 'deciders' || as === 'waitedFor',
  stillAsked(idea, told, { person, roles, departments }) {
    const { event, as } = told;
    // A department that has left is not told of what it would have been asked; one that found no room is told of that.
    const takesPart =
      event.type === 'absorbed' || roles.has('partner') || departments.some((code) => idea.takingPart?.[code]);
    if (as === 'partners' && !takesPart) return false;
    const reader = { ref: person.ref, roles, as: as as Audience };
    if (isAnswered(event, reader.as, idea)) return false;
    if (!isTheirTurn(person.ref, roles, idea) && isPutTo(event, reader, idea)) return false;
    return !isOvertaken(event, reader, idea) && !isOver(told, roles);
  },
  newsRows: async (app, context, person, ids) =>
    (await app.ideas.loadAll(ids)).map((idea) => ideaNews(context, idea, person.ref)),
  dayRows,
  draw,
};

/** Of what happened from the first to the last of them. */
async function eventsOf({ ideas }: Deps, id: string, seqs: readonly number[]): Promise<IdeaEvent[]> {
  const between = await ideas.eventsBetween(id, Math.min(...seqs), Math.max(...seqs));
  return between.filter(({ seq }) => seqs.includes(seq));
}

/**
 * A new idea comes at once to whoever has chosen that, as long as they keep up with those that they have: the first of a week
 * where many wait, none where very many do. And to whoever has no day card: nothing else would tell them of it.
 */
async function urgency(app: Deps, idea: Idea, { event, as }: ToldAs<IdeaEvent>, person: Person): Promise<Urgency> {
  const asked = urgencyOf(event, as as Audience);
  if (asked === 'day' || !isNewIdea(event, as as Audience)) return asked;
  if (!hasDayCard(person)) return 'now';
  if (person.preferences.newIdeas === 'daily') return 'day';
  const waiting = await countToAnswer(app, person);
  if (waiting <= WAITING_KEPT_UP_WITH) return 'now';
  if (waiting > MOST_WAITING_AT_ONCE) return 'day';
  const places = { week: weekOf(todayIn(app)), most: MOST_NEW_AT_ONCE_A_WEEK };
  return (await app.deliveries.atOnce.takes(person.ref, `${idea.id}.${event.seq}`, places)) ? 'now' : 'day';
}

/** Talk and what is filled in change nobody's right to decide; and who is asked by name reads what waits for them. */
const mayLoseReaders = (event: IdeaEvent): boolean => {
  const { waiting } = event.to;
  const isAskedByName = waiting !== undefined && 'person' in waiting && waiting.for !== 'submitter';
  return waiting !== undefined && !isAskedByName && !meaningOf(event).leavesRights;
};

/** Whether what the reader was asked beside the idea's own way has been answered, or has ended. */
const isOver = ({ as }: Pick<ToldAs<IdeaEvent>, 'as'>, roles: IdeaReader['roles']): boolean =>
  (as === 'answerers' && !roles.has('answerer')) ||
  (as === 'checkers' && !roles.has('checker')) ||
  (as === 'consulted' && !roles.has('askedOpinion')) ||
  (as === 'added' && !roles.has('invitee') && !roles.has('askedSuccessor'));
