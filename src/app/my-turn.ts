import type { Idea } from '../domain/idea.js';
import { otherRefsOf, type Person, postsOf } from '../domain/person.js';
import { answersFor } from '../domain/policy.js';
import type { Day } from '../domain/time.js';
import type { Listed } from '../store/ideas.js';
import { invitedQueue } from '../store/keys.js';
import { isMark } from '../store/marks.js';
import { aLeaderIsAway, chainOf } from './deciders.js';
import { type Deps, todayIn } from './deps.js';

export type QueueFilter = 'all' | 'new' | 'asked' | 'late';

export interface MyTurn {
  filter: QueueFilter;
  page: number;
  ideas: Idea[];
  /** Until when each of them waits for the reader: an invitation has a day of its own. */
  until: ReadonlyMap<string, Day>;
  /** Those of which the reader is asked something beside what they wait for. */
  beside?: ReadonlySet<string>;
  /** How many each filter shows. */
  counts: Record<QueueFilter, number>;
  more: boolean;
  /** Whether the reader decides on ideas, and so can handle several at once. */
  decides: boolean;
}

export const PAGE = 8;

const isLate = (row: Listed, today: string): boolean => row.reminded || row.answerBy < today;

/**
 * What waits for somebody, in all their roles, by answer date. `asked` shows what they have asked about, waiting or
 * answered; what waits for an answer is in no other filter, for it is not their turn. Two round trips, one more for a deputy.
 */
export async function myTurn(deps: Deps, person: Person, filter: QueueFilter, page: number): Promise<MyTurn> {
  const { queues, decides } = await queuesOf(deps, person);
  const [waiting, asked] = await Promise.all([waitingFor(deps, person, queues), askedIn(deps, person, queues)]);
  const today = todayIn(deps);
  const shown: Record<QueueFilter, Listed[]> = {
    all: waiting,
    new: waiting.filter((row) => row.fresh),
    asked: byDate([...asked, ...waiting.filter((row) => !row.fresh)]),
    late: waiting.filter((row) => isLate(row, today)),
  };
  const rows = shown[filter];
  const shownRows = rows.slice(page * PAGE, (page + 1) * PAGE);
  const ideas = await deps.ideas.loadAll(shownRows.map(({ id }) => id));
  const until = new Map(shownRows.map(({ id, answerBy }) => [id, answerBy]));
  const beside = new Set(shownRows.filter((row) => row.beside).map(({ id }) => id));
  const counts = { all: 0, new: 0, asked: 0, late: 0 };
  for (const key of Object.keys(counts) as QueueFilter[]) counts[key] = shown[key].length;
  return { filter, page, ideas, until, beside, counts, more: rows.length > (page + 1) * PAGE, decides };
}

/** Ids of what waits for somebody, the first to be answered first. */
export async function queueIds(deps: Deps, person: Person): Promise<string[]> {
  const { queues } = await queuesOf(deps, person);
  const waiting = await waitingFor(deps, person, queues);
  return waiting.map(({ id }) => id);
}

/** The queues of everybody whom this person may decide for, on ideas or on money. A round trip only for a deputy. */
async function queuesOf(deps: Deps, person: Person): Promise<{ queues: readonly string[]; decides: boolean }> {
  const { directory } = deps;
  const { leads, deputises, manages, office } = postsOf(person.emails, directory);
  const covered = await Promise.all(
    deputises.map(async (code) => ({ code, cover: aLeaderIsAway(await chainOf(deps, code), todayIn(deps)) })),
  );
  const acts = covered.filter(({ code, cover }) => cover || directory.decidersOf(code, []).role !== 'leader');
  const queues = new Set([
    ...leads.flatMap((code) => [
      ...[`leader.${code}`, `deputy.${code}`, `office.${code}`],
      ...[`outside.${code}`, `outsideMoney.${code}`],
    ]),
    ...deputises.flatMap((code) => [
      ...[`deputy.${code}`, `office.${code}`, `outside.${code}`, `outsideMoney.${code}`],
    ]),
    ...acts.map(({ code }) => `leader.${code}`),
    ...answersFor({ leads, deputises }).map(invitedQueue),
    ...manages
      .filter(({ unit }) => !unit)
      .flatMap(({ department }) => [`managerMoney.${department}`, `outsideMoney.${department}`]),
    ...(office
      ? ['office.', 'officeMoney.', 'outside.', 'outsideMoney.', ...directory.leaderless.map(invitedQueue)]
      : []),
  ]);
  return { queues: [...queues], decides: leads.length > 0 || acts.length > 0 || office };
}

/** What waits for the person, as themselves and in these queues. One round trip's time. */
async function waitingFor({ ideas, marks }: Deps, person: Person, queues: readonly string[]): Promise<Listed[]> {
  const [own, ...lists] = await Promise.all([ideas.waiting(person.ref), ...queues.map(ideas.waiting)]);
  return byDate([...own, ...(await notOwnIdeas(marks, lists.flat(), person))]);
}

/** What has been asked about in these queues and not yet answered. One round trip's time. */
async function askedIn({ ideas, marks }: Deps, person: Person, queues: readonly string[]): Promise<Listed[]> {
  const lists = await Promise.all(queues.map(ideas.asked));
  return byDate(await notOwnIdeas(marks, lists.flat(), person));
}

/** Nobody decides on their own, nor on what was theirs before they had their data erased. */
async function notOwnIdeas(marks: Deps['marks'], rows: readonly Listed[], person: Person): Promise<Listed[]> {
  const marked = rows.some(({ submitters }) => submitters.some(isMark));
  const names = [person.ref, ...otherRefsOf(person), ...(marked ? await marks.of(person) : [])];
  return rows.filter(({ submitters }) => !names.some((name) => submitters.includes(name)));
}

/** By answer date, each idea once: somebody may be leader and innovation office at the same time. What it waits for goes before a question beside that. */
function byDate(rows: Listed[]): Listed[] {
  const [waits, beside] = [rows.filter((row) => !row.beside), rows.filter((row) => row.beside)];
  const once = new Map([...beside, ...waits].map((row) => [row.id, row]));
  return [...once.values()].sort((a, b) => a.answerBy.localeCompare(b.answerBy) || a.id.localeCompare(b.id));
}
