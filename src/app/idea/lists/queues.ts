import { answersFor } from '../../../domain/idea/policy.js';
import { placeValue } from '../../../domain/organisation/place.js';
import { type Person, refsOf } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import type { Day } from '../../../domain/time.js';
import { MOST_READ } from '../../../store/idea/ideas.js';
import type { Listed } from '../../../store/idea/lists/listed.js';
import { invitedQueue, type QueueName, readQueue } from '../../../store/keys.js';
import { isMark } from '../../../store/person/marks.js';
import { type Deps, todayIn } from '../../deps.js';
import { aLeaderIsAway, chainOf } from '../../person/post-holders.js';

/** The queues that somebody reads beside their own. */
export interface Queues {
  names: readonly QueueName[];
  /** The departments without anybody whose invitations they have: there may be hundreds, and they are read together. */
  leaderless: ReadonlySet<string>;
  /** The departments in which they act as deputy while a leader is away. */
  covers: ReadonlySet<string>;
  /** Whether they decide on ideas. */
  decides: boolean;
}

/** Rows in the order of a queue; `cut`: one of the lists was longer than is read. */
export interface Queued {
  rows: Listed[];
  cut: boolean;
}

/** The queues of everybody whom this person may decide for, on ideas or on money. A round trip only for a deputy. */
export async function queuesOf(deps: Deps, person: Person): Promise<Queues> {
  const directory = deps.directory();
  const { leads, deputises, manages, office } = postsOf(person.emails, directory);
  const covered = await Promise.all(
    deputises.map(async (code) => ({ code, cover: aLeaderIsAway(await chainOf(deps, code), todayIn(deps)) })),
  );
  const acts = covered.filter(({ code, cover }) => cover || directory.decidersOf(code, []).role !== 'leader');
  // What was written under a code that a department has had before is its own.
  const every = (codes: readonly string[]) => directory.everyCode(codes);
  const queues = new Set([
    ...every(leads).flatMap((code) => [
      ...[`leader.${code}`, `deputy.${code}`, `office.${code}`],
      ...[`outside.${code}`, `outsideMoney.${code}`],
    ]),
    ...every(deputises).flatMap((code) => [
      ...[`deputy.${code}`, `office.${code}`, `outside.${code}`, `outsideMoney.${code}`],
    ]),
    ...every(acts.map(({ code }) => code)).map((code) => `leader.${code}`),
    ...every(answersFor({ leads, deputises })).map(invitedQueue),
    ...manages.flatMap(({ department: managed, unit }) =>
      every([managed]).flatMap((department) =>
        unit
          ? [`unitManagerMoney.${placeValue({ department, unit })}`]
          : [`managerMoney.${department}`, `outsideMoney.${department}`],
      ),
    ),
    ...(office ? ['office.', 'officeMoney.', 'outside.', 'outsideMoney.'] : []),
  ]);
  const leaderless = new Set(office ? directory.leaderless : []);
  const covers = new Set(covered.filter(({ cover }) => cover).map(({ code }) => code));
  return { names: [...queues], leaderless, covers, decides: leads.length > 0 || acts.length > 0 || office };
}

/** What waits for the person, as themselves and in these queues. One round trip's time. */
export async function waitingIn(deps: Deps, person: Person, queues: Queues): Promise<Queued> {
  const { ideas, marks } = deps;
  const [own, lists] = await Promise.all([ideas.waiting(person.ref), listsOf(ideas, queues)]);
  const others = await notOwnIdeas(marks, lists.flat().filter(isDue(todayIn(deps))), person);
  return { rows: inOrder([...own, ...others]), cut: isCut([own, ...lists]) };
}

/** What waits in each of these queues. One round trip's time; one more for each thousand invitations that the municipality has, for whoever has those of departments without anybody. */
const listsOf = (
  ideas: Deps['ideas'],
  { names, leaderless }: Pick<Queues, 'names' | 'leaderless'>,
): Promise<Listed[][]> =>
  Promise.all([...names.map(ideas.waiting), ...(leaderless.size > 0 ? [ideas.invited(leaderless)] : [])]);

/** What has been asked about in these queues and not yet answered. One round trip's time. */
export async function askedIn({ ideas, marks }: Deps, person: Person, { names }: Queues): Promise<Queued> {
  const lists = await Promise.all(names.map(ideas.asked));
  return { rows: inOrder(await notOwnIdeas(marks, lists.flat(), person)), cut: isCut(lists) };
}

/** Ids of what waits for somebody, in the order in which it is to be answered. */
export async function queueIds(deps: Deps, person: Person): Promise<string[]> {
  const { rows } = await waitingIn(deps, person, await queuesOf(deps, person));
  return rows.map(({ id }) => id);
}

/**
 * Of it what waits for the person to go on: not what their department is asked to take in, nor what they are asked beside.
 * One round trip's time, one more for a deputy.
 */
export async function turnIds(deps: Deps, person: Person): Promise<string[]> {
  const { names, ...queues } = await queuesOf(deps, person);
  const going = names.filter((name) => readQueue(name)?.whose !== 'invited');
  const { rows } = await waitingIn(deps, person, { ...queues, names: going, leaderless: new Set() });
  return rows.filter(({ beside }) => !beside).map(({ id }) => id);
}

/** How many ideas wait for an answer that the person gives for a post, beside what waits for themselves. One round trip's time. */
export async function countToAnswer(deps: Deps, person: Person): Promise<number> {
  const lists = await listsOf(deps.ideas, await queuesOf(deps, person));
  const due = lists.flat().filter(isDue(todayIn(deps)));
  return new Set((await notOwnIdeas(deps.marks, due, person)).map(({ id }) => id)).size;
}

/** What rests until a day that has been promised is nobody's to answer before. */
const isDue =
  (today: Day) =>
  ({ rests }: Listed): boolean =>
    rests === undefined || rests <= today;

const isCut = (lists: readonly Listed[][]): boolean => lists.some(({ length }) => length >= MOST_READ);

/** Nobody decides on their own, nor on what was theirs before they had their data erased. */
async function notOwnIdeas(marks: Deps['marks'], rows: readonly Listed[], person: Person): Promise<Listed[]> {
  const marked = rows.some(({ submitters }) => submitters.some(isMark));
  const names = [...refsOf(person), ...(marked ? await marks.of(person) : [])];
  return rows.filter(({ submitters }) => !names.some((name) => submitters.includes(name)));
}

/**
 * The oldest promise first, then the oldest idea; each once, for somebody may be leader and innovation office at the same
 * time. What an idea waits for goes before a question beside that.
 */
function inOrder(rows: readonly Listed[]): Listed[] {
  const [waits, beside] = [rows.filter((row) => !row.beside), rows.filter((row) => row.beside)];
  const once = new Map([...beside, ...waits].map((row) => [row.id, row]));
  // An older row does not say how old its idea is: older than those that do.
  const place = ({ promised, at = '', id }: Listed): string => `${promised}|${at}|${id}`;
  return [...once.values()]
    .map((row) => ({ row, at: place(row) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ row }) => row);
}
