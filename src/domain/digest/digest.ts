import { type Decision, isDecision } from '../idea/deciding/decisions.js';
import type { IdeaEvent } from '../idea/events.js';
import type { Idea } from '../idea/idea.js';
import { isTheirTurn, keepsPlace, type Role } from '../idea/policy.js';
import { type Stage, stages } from '../idea/stages.js';
import { daysLate, isLate, roleWaitedFor } from '../idea/waiting/late.js';
import type { Organisation } from '../organisation/organisation.js';
import type { Place } from '../organisation/place.js';
import type { PersonRef } from '../person/person.js';
import { addDays, type Day, type Instant, mondayOf, type Week } from '../time.js';

/** What one reader is told of one week: everything about all the places they read of, in one. */
export interface Digest {
  reader: PersonRef;
  week: Week;
  /** The departments and units that it is about, which is also why the reader gets it. */
  scopes: readonly Place[];
  /** What waits for the reader, from any department, the oldest promise first. */
  mine: Idea[];
  /** Those of them that the reader decides on, and not only notes what others have decided. */
  deciding?: readonly Idea[];
  /** Submitted or passed on to here within the week, the newest first. */
  newIdeas: Idea[];
  /** The week's last decision on each idea, the newest first. */
  decisions: { idea: Idea; event: Decision }[];
  /** Ideas of the places whose test ended within the week: its last day has passed, or its result was handed in. */
  tested: Idea[];
  /** What is late now and waits for somebody else, the latest first: the role that owes the answer, never the person. */
  late: { idea: Idea; role: keyof Organisation['answerDays']; days: number }[];
  /** How many ideas of the places stand in each stage now; stages without any are left out. */
  counts: { stage: Stage; count: number }[];
}

export interface DigestSource {
  week: Week;
  /** The week's half-open stretch, [from, to). */
  span: { from: Instant; to: Instant };
  scopes: readonly Place[];
  /** What happened, in order; events outside the span are passed over. */
  events: readonly { id: string; event: IdeaEvent }[];
  /** The ideas of the places, those that the events are about, and those that wait for the reader, as they stand now. */
  ideas: readonly Idea[];
  reader: { ref: PersonRef; rolesOn: (idea: Idea) => ReadonlySet<Role> };
  today: Day;
  answerDays: Organisation['answerDays'];
}

/** The week as this reader is told of it. Pure: the same input gives the same digest, whenever it is sent. */
export function digestOf({ week, span, scopes, events, ideas, reader, today, answerDays }: DigestSource): Digest {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const happened = events
    .filter(({ event }) => event.at >= span.from && event.at < span.to)
    .flatMap(({ id, event }) => {
      const idea = byId.get(id);
      return idea ? [{ idea, event }] : [];
    })
    .toReversed();
  const here = new Set(ideas.filter((idea) => idea.stage !== 'withdrawn' && isIn(scopes, idea.department, idea)));
  const mine = new Set(ideas.filter((idea) => isTheirTurn(reader.ref, reader.rolesOn(idea), idea)));

  return {
    reader: reader.ref,
    week,
    scopes,
    deciding: [...mine].filter((idea) => reader.rolesOn(idea).has('decider')),
    mine: [...mine].toSorted((one, other) => compare(promiseOf(one), promiseOf(other))),
    newIdeas: firsts(happened.filter(({ idea, event }) => here.has(idea) && arrives(event, idea, scopes))).map(
      ({ idea }) => idea,
    ),
    decisions: firsts(
      happened.flatMap(({ idea, event }) =>
        isDecision(event) && concerns(event, idea, scopes) ? [{ idea, event }] : [],
      ),
    ),
    tested: [...here].filter(
      (idea) =>
        lastDayWithin(idea, week, today) ||
        happened.some((it) => it.idea === idea && it.event.type === 'resultSubmitted'),
    ),
    late: [...here]
      .filter((idea) => isLate(idea, today) && !mine.has(idea))
      .flatMap((idea) => {
        const role = roleWaitedFor(idea);
        return role ? [{ idea, role, days: daysLate(idea, today, answerDays) }] : [];
      })
      .toSorted((one, other) => other.days - one.days),
    counts: (Object.keys(stages) as Stage[])
      .map((stage) => ({ stage, count: [...here].filter((idea) => idea.stage === stage).length }))
      .filter(({ count }) => count > 0),
  };
}

/** True when nothing is new and nothing waits: then nothing is sent. */
export const isEmpty = ({ mine, newIdeas, decisions, tested, late }: Digest): boolean =>
  [mine, newIdeas, decisions, tested, late].every((list) => list.length === 0);

const promiseOf = ({ promised, answerBy = '' }: Idea): string => promised ?? answerBy;

/** Whether the last day of its test was in this week, and has passed. */
function lastDayWithin({ test }: Idea, week: Week, today: Day): boolean {
  const monday = mondayOf(week);
  return (
    monday !== undefined &&
    test !== undefined &&
    test.end < today &&
    test.end >= monday &&
    test.end < addDays(monday, 7)
  );
}

/** An idea keeps the unit that it was written in, also while another department has it. One that would tell a name that is kept is the department's only. */
const isIn = (scopes: readonly Place[], department: string, idea: Idea): boolean =>
  scopes.some(
    (scope) =>
      scope.department === department && (scope.unit === undefined || (scope.unit === idea.unit && !keepsPlace(idea))),
  );

/** New to these places: written here, or passed on from elsewhere. */
const arrives = (event: IdeaEvent, idea: Idea, scopes: readonly Place[]): boolean =>
  event.type === 'submitted' || (event.type === 'passedOn' && !isIn(scopes, event.data.from, idea));

/** A decision belongs to the place that has the idea; passing on, to the place that let it go; adoption, to the adopter too. */
function concerns(event: Decision, idea: Idea, scopes: readonly Place[]): boolean {
  switch (event.type) {
    case 'passedOn':
      return isIn(scopes, event.data.from, idea);
    case 'adopted':
    case 'notNow':
    case 'stoppedUsing':
      return isIn(scopes, idea.department, idea) || isIn(scopes, event.data.department, idea);
    default:
      return isIn(scopes, idea.department, idea);
  }
}

/** The first mention of each idea, in the list's order. */
const firsts = <T extends { idea: Idea }>(list: readonly T[]): T[] =>
  [...new Map(list.toReversed().map((mention) => [mention.idea, mention])).values()].toReversed();

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
