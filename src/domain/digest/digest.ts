import { type Decision, isDecision } from '../idea/deciding/decisions.js';
import type { Idea } from '../idea/idea.js';
import { isIn, type ListedIdea, listed, type OpenIdea, type Scopes, type WeekEvent } from '../idea/reading/in-week.js';
import { type Stage, stageNames, stages } from '../idea/stages.js';
import { daysLate, isLate, roleWaitedFor } from '../idea/waiting/late.js';
import type { Organisation } from '../organisation/organisation.js';
import type { Day, Instant } from '../time.js';
import { daysOf, type Period } from './period.js';

/** What one reader is told of one week or month: everything about all the places they read of, in one. Ideas by their ids. */
export interface Digest {
  /** The week, or the month. */
  week: Period;
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
  /** Ideas of the places that are tested now, the one that ends first before others. */
  testing?: readonly string[];
  /** What the places have taken in from others and others from them; absent where it is nothing. */
  adopted?: AdoptedInWeek;
  /** What is late now and waits for somebody else, the latest first: the role that owes the answer, never the person. */
  late: readonly { id: string; role: keyof Organisation['answerDays']; days: number }[];
  /** How many ideas of the places stand in each stage now; stages without any are left out. */
  counts: readonly { stage: Stage; count: number }[];
}

/** Ideas that departments have begun to use which others have made. */
export interface AdoptedInWeek {
  /** How many these places use now, and how many others use of theirs; of the whole municipality all are the first. */
  fromOthers: number;
  byOthers: number;
  /** Who took in the last one, and from whom. */
  last: { department: string; from: string };
}

export interface DecidedInWeek {
  id: string;
  event: Decision;
  /** It says what a test has given. */
  tested?: true;
  /** It says what was learned. */
  lesson?: true;
}

/** For whom a week is told, and on which day. */
export interface DigestReader {
  week: Period;
  scopes: Scopes;
  today: Day;
  answerDays: Organisation['answerDays'];
}

export interface DigestSource extends DigestReader {
  /** What the week tells of these places, in order. */
  events: readonly WeekEvent[];
  /** What waits for anybody in them now. */
  open: readonly OpenIdea[];
  /** What waits for the reader, in its order. */
  mine: readonly string[];
}

/** What is kept of an idea that the week tells of: when it was last mentioned, and what counts. */
interface Mention {
  id: string;
  at: Instant;
  seq: number;
}
interface LastMention extends Mention {
  stage?: Stage | undefined;
  /** It is one of these places, as the week left it. */
  isHere: boolean;
  endsTest: boolean;
}

/**
 * The week as its reader is told of it, from what lists say, one row after the other in whatever order they come: no idea is
 * opened for it, and of no row more is kept than its idea's id and what is counted. Pure: the same rows give the same digest.
 */
export function foldWeek({ week, scopes, today, answerDays }: DigestReader) {
  const days = daysOf(week);
  const isWithin = (day: Day): boolean => days === undefined || (day >= days.first && day <= days.last);
  const last = new Map<string, LastMention>();
  const arrived = new Map<string, Mention>();
  const decisions = new Map<string, Mention & { decided: DecidedInWeek }>();
  const handedIn = new Set<string>();
  const adopted = new Map<string, Mention & { department: string; from: string; isOthers: boolean }>();
  const standing = new Map<string, { stage?: Stage | undefined; endsTest: boolean; testEnds?: Day }>();
  const late: Digest['late'][number][] = [];

  return {
    /** Something of which the week tells; twice is once. */
    told(it: WeekEvent): void {
      const { id, event, stage } = it;
      // A month is read by weeks, and shares its first and last with others.
      if (!isWithin(event.day)) return;
      const mention = { id, at: event.at, seq: event.seq };
      if (isLater(mention, last.get(id))) {
        const isHere = stage !== 'withdrawn' && isIn(scopes, it.department, it);
        last.set(id, { ...mention, stage, isHere, endsTest: lastDayWithin(it, week, today) });
      }
      if (event.type === 'resultSubmitted') handedIn.add(id);
      if (arrives(it, scopes) && isLater(mention, arrived.get(id))) arrived.set(id, mention);
      const takenIn = takenInBy(it, scopes);
      if (takenIn) adopted.set(`${id} ${takenIn.department}`, { ...mention, ...takenIn });
      const decided = decidedIn(it, scopes);
      if (decided && isLater(mention, decisions.get(id))) decisions.set(id, { ...mention, decided });
    },

    /** An idea that waits for somebody now. */
    waits(idea: OpenIdea): void {
      const { id, stage } = idea;
      if (standing.has(id) || !isIn(scopes, idea.department, idea)) return;
      const { test } = idea;
      const isTested = stage === 'piloting' && test !== undefined && test.end >= today;
      standing.set(id, { stage, endsTest: lastDayWithin(idea, week, today), ...(isTested && { testEnds: test.end }) });
      const role = isLate(idea, today) ? roleWaitedFor(idea) : undefined;
      if (role) late.push({ id, role, days: daysLate(idea, today, answerDays) });
    },

    /** What all of it comes to; `mine`: what waits for the reader, in its order. */
    digest(mine: readonly string[]): Digest {
      const isMine = new Set(mine);
      // What waits for nobody is as the week left it.
      const resting = [...last.values()].filter(({ id, isHere }) => isHere && !standing.has(id));
      const here = new Set([...standing.keys(), ...resting.map(({ id }) => id)]);
      const counts = new Map<Stage, number>();
      const closed = resting.filter(({ stage }) => stage && !stages[stage].open);
      for (const { stage } of [...standing.values(), ...closed]) {
        if (stage) counts.set(stage, (counts.get(stage) ?? 0) + 1);
      }
      const tests = [
        ...[...standing]
          .map(([id, { endsTest }]) => ({ id, endsTest }))
          .sort((one, other) => (one.id < other.id ? -1 : 1)),
        ...resting.sort(newestFirst),
      ];
      const takenIn = [...adopted.values()].sort(newestFirst);
      const [newest] = takenIn;
      const byOthers = takenIn.filter(({ isOthers }) => isOthers).length;
      return {
        week,
        scopes,
        testing: [...standing]
          .flatMap(([id, { testEnds }]) => (testEnds ? [{ id, testEnds }] : []))
          .sort((one, other) => (`${one.testEnds} ${one.id}` < `${other.testEnds} ${other.id}` ? -1 : 1))
          .map(({ id }) => id),
        ...(newest && {
          adopted: {
            ...{ fromOthers: takenIn.length - byOthers, byOthers },
            last: { department: newest.department, from: newest.from },
          },
        }),
        mine,
        newIdeas: [...arrived.values()]
          .filter(({ id }) => here.has(id))
          .sort(newestFirst)
          .map(({ id }) => id),
        decisions: [...decisions.values()].sort(newestFirst).map(({ decided }) => decided),
        tested: tests.filter(({ id, endsTest }) => endsTest || handedIn.has(id)).map(({ id }) => id),
        late: late
          .filter(({ id }) => !isMine.has(id))
          .sort((one, other) => other.days - one.days || (one.id < other.id ? -1 : 1)),
        counts: stageNames.flatMap((stage) => {
          const count = counts.get(stage) ?? 0;
          return count > 0 ? [{ stage, count }] : [];
        }),
      };
    },
  };
}

/** The same of rows that are there already. */
export function digestOf({ events, open, mine, ...reader }: DigestSource): Digest {
  const fold = foldWeek(reader);
  events.forEach(fold.told);
  open.forEach(fold.waits);
  return fold.digest(mine);
}

const isLater = (one: Mention, than: Mention | undefined): boolean =>
  !than || one.at > than.at || (one.at === than.at && one.seq >= than.seq);

/** Of one time by id, whichever row has come first. */
const newestFirst = (one: Mention, other: Mention): number =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at > other.at ? -1 : 1;

/** An idea that has been opened, as it stands now; undefined where it is gone or cannot be read. */
export type OpenedIdeas = ReadonlyMap<string, Idea | undefined>;

/** The digest without what is not so any more of the ideas that have been opened: moved, withdrawn, or done by the reader meanwhile. */
export function asTheyStand(digest: Digest, opened: OpenedIdeas, isTheirs: (idea: Idea) => boolean): Digest {
  const { scopes, mine, newIdeas, decisions, tested, late, testing = [] } = digest;
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
    testing: testing.filter((id) => holds(id, (idea) => isHere(idea) && idea.stage === 'piloting')),
  };
}

/** True when nothing is new and nothing waits: then nothing is sent, though something may be tested as before. */
export const isEmpty = ({ mine, newIdeas, decisions, tested, late }: Digest): boolean =>
  [mine, newIdeas, decisions, tested, late].every((list) => list.length === 0);

/** Whether the last day of its test was in this week or month, and has passed. */
function lastDayWithin({ test }: ListedIdea, week: Period, today: Day): boolean {
  const days = daysOf(week);
  return (
    days !== undefined && test !== undefined && test.end < today && test.end >= days.first && test.end <= days.last
  );
}

/** New to these places: written here, or come from elsewhere. */
const arrives = ({ event, ...idea }: WeekEvent, scopes: Scopes): boolean =>
  event.type === 'submitted' ||
  (event.type === 'passedOn' && !isIn(scopes, event.data.from, idea)) ||
  (event.type === 'movedWithUnit' && !isIn(scopes, event.data.from, idea) && !readsUnit(scopes, idea));

/** Who reads of a unit has read of its ideas before it moved. */
const readsUnit = (scopes: Scopes, { unit }: ListedIdea): boolean =>
  scopes !== 'everywhere' && scopes.some((scope) => scope.unit !== undefined && scope.unit === unit);

/** What a department uses now that another one has made, where one of both is of these places. */
function takenInBy({ event, ...idea }: WeekEvent, scopes: Scopes) {
  if (event.type !== 'adopted' || event.data.status !== 'using') return undefined;
  const { department } = event.data;
  const [isTheirs, isOurs] = [isIn(scopes, department, idea), isIn(scopes, idea.department, idea)];
  if (department === idea.department || !(isTheirs || isOurs)) return undefined;
  return { department, from: idea.department, isOthers: !isTheirs };
}

const decidedIn = ({ event, tested, lesson, ...idea }: WeekEvent, scopes: Scopes): DecidedInWeek | undefined =>
  isDecision(event) && concerns(event, idea, scopes)
    ? { id: idea.id, event, ...(tested && { tested }), ...(lesson && { lesson }) }
    : undefined;

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
