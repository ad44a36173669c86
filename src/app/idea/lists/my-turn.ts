import type { Idea } from '../../../domain/idea/idea.js';
import { type Role, rolesOn } from '../../../domain/idea/policy.js';
import type { ReactionTally } from '../../../domain/idea/reactions.js';
import type { Person, PersonRef } from '../../../domain/person/person.js';
import type { Day } from '../../../domain/time.js';
import type { Listed } from '../../../store/idea/lists/listed.js';
import { type Deps, todayIn } from '../../deps.js';
import { knownOn } from '../roles.js';
import { askedIn, type Queues, queuesOf, waitingIn } from './queues.js';

export type QueueFilter = 'all' | 'new' | 'asked' | 'late';

export interface MyTurn {
  filter: QueueFilter;
  page: number;
  ideas: Idea[];
  /** Until when each of them waits for the reader: an invitation has a day of its own. */
  until: ReadonlyMap<string, Day>;
  /** Those of which the reader is asked something beside what they wait for. */
  beside?: ReadonlySet<string>;
  /** What the reader is to each of them. */
  roles: ReadonlyMap<string, ReadonlySet<Role>>;
  /** The names of those whose ideas they are; whether the reader may see one is judged for each idea. */
  names: ReadonlyMap<PersonRef, string>;
  /** How many have the same problem, of those for which that was asked. */
  needs?: ReadonlyMap<string, ReactionTally>;
  /** How many each filter shows. */
  counts: Record<QueueFilter, number>;
  /** There are more than were counted. */
  cut: boolean;
  more: boolean;
  /** The page of those that can be handled together on which this page's first one stands; absent where there is none. */
  together?: number;
}

export const PAGE = 8;

const isLate = (row: Listed, today: string): boolean => row.reminded || row.answerBy < today;

/** How many rows each filter shows. */
export const countsOf = ({ all, new: fresh, asked, late }: WaitingRows['shown']): MyTurn['counts'] => ({
  all: all.length,
  new: fresh.length,
  asked: asked.length,
  late: late.length,
});

/** Whether those who decide may handle what a row names together with others; of an older row that is not known before the idea is read. */
export const mayBeHandled = ({ first, beside }: Listed): boolean => first !== false && !beside;

/** What `rowsFor` has read. */
export interface WaitingRows {
  queues: Queues;
  shown: Record<QueueFilter, Listed[]>;
  /** There are more than were read. */
  cut: boolean;
}

/** What waits for somebody, by filter, the oldest promise first. One round trip's time, one more for a deputy. */
export async function rowsFor(deps: Deps, person: Person): Promise<WaitingRows> {
  const queues = await queuesOf(deps, person);
  const [waiting, asked] = await Promise.all([waitingIn(deps, person, queues), askedIn(deps, person, queues)]);
  const today = todayIn(deps);
  const shown: Record<QueueFilter, Listed[]> = {
    all: waiting.rows,
    new: waiting.rows.filter((row) => row.fresh),
    asked: asked.rows,
    late: waiting.rows.filter((row) => isLate(row, today)),
  };
  return { queues, shown, cut: waiting.cut || asked.cut };
}

/**
 * What waits for somebody, in all their roles: the oldest promise first, then the oldest idea. `asked` shows what they
 * have asked about and wait for themselves: it is in no other filter, for it is not their turn. Two round trips, one more
 * for a deputy and one where the names stand in rows of an earlier version. `size`: how many a page has; `withNeeds`: also how many have the same
 * problem as each, a request for each row; `rows`: what waits, where it has been read already, one round trip less.
 */
export async function myTurn(
  deps: Deps,
  person: Person,
  filter: QueueFilter,
  page: number,
  { size = PAGE, withNeeds = false, rows: read }: { size?: number; withNeeds?: boolean; rows?: WaitingRows } = {},
): Promise<MyTurn> {
  const { queues, shown, cut } = read ?? (await rowsFor(deps, person));
  const rows = shown[filter];
  const shownRows = rows.slice(page * size, (page + 1) * size);
  const tallies = withNeeds
    ? shownRows.map(async ({ id }) => [id, await deps.reactions.tally(id, 'need')] as const)
    : [];
  const [{ ideas, names }, ...counted] = await Promise.all([readRowsOf(deps, shownRows), ...tallies]);
  const needs = new Map(counted);
  const until = new Map(shownRows.map(({ id, answerBy }) => [id, answerBy]));
  const beside = new Set(shownRows.filter((row) => row.beside).map(({ id }) => id));
  const counts = countsOf(shown);
  const roles = await rolesIn(deps, person, ideas, queues);
  const more = rows.length > (page + 1) * size;
  const together = queues.decides ? togetherPage(rows, page) : undefined;
  return {
    ...{ filter, page, ideas, needs, until, beside, roles, names, counts, cut, more },
    ...(together !== undefined && { together }),
  };
}

/** The ideas of these rows and the names of those whose they are, read at once. */
export async function readRowsOf({ ideas, people }: Deps, rows: readonly Listed[]) {
  const refs = rows.flatMap(({ by }) => by ?? []);
  const [found, known] = await Promise.all([ideas.loadAll(rows.map(({ id }) => id)), people.namesOf(refs)]);
  const missing = found.map(({ submitter }) => submitter).filter((ref) => !refs.includes(ref));
  const rest = missing.length > 0 ? await people.namesOf(missing) : [];
  return { ideas: found, names: presentNames([...known, ...rest]) };
}

/** The name of somebody who has left stands at their decisions and nowhere else. */
export const presentNames = (
  names: Iterable<readonly [PersonRef, { name: string; left: boolean }]>,
): ReadonlyMap<PersonRef, string> =>
  new Map([...names].flatMap(([ref, { name, left }]) => (left ? [] : [[ref, name] as const])));

/** What somebody is to each of these ideas. */
export async function rolesIn(
  deps: Deps,
  person: Person,
  ideas: readonly Idea[],
  { covers }: Queues,
): Promise<ReadonlyMap<string, ReadonlySet<Role>>> {
  const known = await knownOn(deps, person, ideas);
  const directory = deps.directory();
  const isCovered = ({ department }: Idea) => covers.has(directory.codeNow(department));
  return new Map(ideas.map((idea) => [idea.id, rolesOn(known, idea, directory, isCovered(idea))]));
}

/** Of the rows that can be handled together, counted from the first of all, the page with this page's first one. */
function togetherPage(rows: readonly Listed[], page: number): number | undefined {
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
  if (!shown.some(mayBeHandled)) return undefined;
  return Math.floor(rows.slice(0, page * PAGE).filter(mayBeHandled).length / PAGE);
}
