import { type Decision, isDecision } from '../idea/deciding/decisions.js';
import type { Idea } from '../idea/idea.js';
import { isIn, type ListedIdea, listed, type OpenIdea, type Scopes, type WeekEvent } from '../idea/reading/in-week.js';
import { type Stage, stageNames, stages } from '../idea/stages.js';
import { daysLate, isLate, roleWaitedFor } from '../idea/waiting/late.js';
import type { Organisation } from '../organisation/organisation.js';
import { addDays, type Day, mondayOf, type Week } from '../time.js';

/** What one reader is told of one week: everything about all the places they read of, in one. Ideas by their ids. */
export interface Digest {
  week: Week;
  /** The departments and units that it is about, which is also why the reader gets it. */
  scopes: Scopes;
  /** What waits for the reader, from any department, the oldest promise first. */
  mine: readonly string[];
  /** Submitted or passed on to here within the week, the newest first. */
  newIdeas: readonly string[];
  /** The week's last decision on each idea, the newest first. */
  decisions: readonly DecidedInWeek[];
  /** Ideas of the places whose test ended within the week: its last day has passed, or its result was handed in. */
  tested: readonly string[];
  /** What is late now and waits for somebody else, the latest first: the role that owes the answer, never the person. */
  late: readonly { id: string; role: keyof Organisation['answerDays']; days: number }[];
  /** How many ideas of the places stand in each stage now; stages without any are left out. */
  counts: readonly { stage: Stage; count: number }[];
}

export interface DecidedInWeek {
  id: string;
  event: Decision;
  /** It says what a test has given. */
  tested?: true;
}

export interface DigestSource {
  week: Week;
  scopes: Scopes;
  /** What the week tells of these places, in order. */
  events: readonly WeekEvent[];
  /** What waits for anybody in them now. */
  open: readonly OpenIdea[];
  /** What waits for the reader, in its order. */
  mine: readonly string[];
  today: Day;
  answerDays: Organisation['answerDays'];
}

/**
 * The week as this reader is told of it, from what lists say: no idea is opened for it. Pure: the same input gives the same
 * digest, whenever it is sent.
 */
export function digestOf({ week, scopes, events, open, mine, today, answerDays }: DigestSource): Digest {
  const happened = events.toReversed();
  const standing = open.filter((idea) => isIn(scopes, idea.department, idea));
  const waits = new Set(standing.map(({ id }) => id));
  const isMine = new Set(mine);
  // What waits for nobody is as the week left it.
  const resting = firsts(happened).filter(
    (idea) => !waits.has(idea.id) && idea.stage !== 'withdrawn' && isIn(scopes, idea.department, idea),
  );
  const here = new Map<string, ListedIdea>([...standing, ...resting].map((idea) => [idea.id, idea]));
  const handedIn = new Set(happened.filter(({ event }) => event.type === 'resultSubmitted').map(({ id }) => id));
  const present = [...standing, ...resting.filter(({ stage }) => stage && !stages[stage].open)];

  return {
    week,
    scopes,
    mine,
    newIdeas: firsts(happened.filter((it) => here.has(it.id) && arrives(it, scopes))).map(({ id }) => id),
    decisions: firsts(happened.flatMap((it) => decided(it, scopes))),
    tested: [...here.values()]
      .filter((idea) => lastDayWithin(idea, week, today) || handedIn.has(idea.id))
      .map(({ id }) => id),
    late: standing
      .filter((idea) => isLate(idea, today) && !isMine.has(idea.id))
      .flatMap((idea) => {
        const role = roleWaitedFor(idea);
        return role ? [{ id: idea.id, role, days: daysLate(idea, today, answerDays) }] : [];
      })
      .toSorted((one, other) => other.days - one.days),
    counts: stageNames
      .map((stage) => ({ stage, count: present.filter((idea) => idea.stage === stage).length }))
      .filter(({ count }) => count > 0),
  };
}

/** An idea that has been opened, as it stands now; undefined where it is gone or cannot be read. */
export type OpenedIdeas = ReadonlyMap<string, Idea | undefined>;

/** The digest without what is not so any more of the ideas that have been opened: moved, withdrawn, or done by the reader meanwhile. */
export function asTheyStand(digest: Digest, opened: OpenedIdeas, isTheirs: (idea: Idea) => boolean): Digest {
  const { scopes, mine, newIdeas, decisions, tested, late } = digest;
  const holds = (id: string, still: (idea: Idea) => boolean): boolean => {
    const idea = opened.get(id);
    return idea ? still(idea) : !opened.has(id);
  };
  const isHere = (idea: Idea) => idea.stage !== 'withdrawn' && isIn(scopes, idea.department, listed(idea));
  return {
    ...digest,
    mine: mine.filter((id) => holds(id, isTheirs)),
    newIdeas: newIdeas.filter((id) => holds(id, isHere)),
    decisions: decisions.filter(({ id, event }) => holds(id, (idea) => concerns(event, listed(idea), scopes))),
    tested: tested.filter((id) => holds(id, isHere)),
    late: late.filter(({ id }) => holds(id, isHere)),
  };
}

/** True when nothing is new and nothing waits: then nothing is sent. */
export const isEmpty = ({ mine, newIdeas, decisions, tested, late }: Digest): boolean =>
  [mine, newIdeas, decisions, tested, late].every((list) => list.length === 0);

/** Whether the last day of its test was in this week, and has passed. */
function lastDayWithin({ test }: ListedIdea, week: Week, today: Day): boolean {
  const monday = mondayOf(week);
  return (
    monday !== undefined &&
    test !== undefined &&
    test.end < today &&
    test.end >= monday &&
    test.end < addDays(monday, 7)
  );
}

/** New to these places: written here, or passed on from elsewhere. */
const arrives = ({ event, ...idea }: WeekEvent, scopes: Scopes): boolean =>
  event.type === 'submitted' || (event.type === 'passedOn' && !isIn(scopes, event.data.from, idea));

const decided = ({ event, tested, ...idea }: WeekEvent, scopes: Scopes): DecidedInWeek[] =>
  isDecision(event) && concerns(event, idea, scopes) ? [{ id: idea.id, event, ...(tested && { tested }) }] : [];

/** A decision belongs to the place that has the idea; passing on, to the place that let it go; adoption, to the adopter too. */
function concerns(event: Decision, idea: ListedIdea, scopes: Scopes): boolean {
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
const firsts = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...new Map(list.toReversed().map((mention) => [mention.id, mention])).values()].toReversed();
