import { type Stage, stageNames, stages } from '../../../domain/idea/stages.js';
import { batchesOf } from '../../../domain/idea/waiting/batches.js';
import { type Leaning, leaningOf, wayOf } from '../../../domain/idea/waiting/leaning.js';
import type { Person } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import { type Deps, todayIn } from '../../deps.js';
import type { AlikeDocuments, ComparedDocuments, SearchFilter } from '../../search-index/search-index.js';
import { unlessSlow } from '../../search-index/unless-slow.js';
import { isToDecide, type ToChoose } from './choose-several.js';
import {
  countsOf,
  type MyTurn,
  mayBeHandled,
  myTurn,
  PAGE,
  readRowsOf,
  rolesIn,
  rowsFor,
  type WaitingRows,
} from './my-turn.js';
import type { PileName } from './pile.js';
import { type TestsHere, testsIn } from './tests-here.js';

/** From so many on a list is no help. */
const MANY = 15;
/** Of more than these only the oldest promises are put in piles: nobody goes through them all at once. */
const MOST_PILED = 200;

/** A part of a pile that is handled at once, with what its ideas have in common. */
interface PilePage {
  ids: readonly string[];
  /** Of what is alike: what they are about, as a reader knows the words. */
  shared: readonly string[];
}

export type PilePages = Readonly<Record<PileName, readonly PilePage[]>>;

/** What waits for somebody, in piles. */
export interface Piles {
  pages: PilePages;
  counts: MyTurn['counts'];
  cut: boolean;
  /** How many wait in no pile. */
  others: number;
  /** Which of them is least like what is taken on here. */
  unlike: ReadonlySet<string>;
  /** Of the departments that the reader decides for. */
  tests?: TestsHere;
}

/** Where a department has said yes to going on. */
const takenOn: readonly Stage[] = stageNames.filter((stage) => stages[stage].open && stage !== 'submitted');

/** What waits for somebody: in piles where it is much of what they decide on, else as a list. Two round trips, one for piles; one more for a deputy. */
export async function pilesOrTurn(deps: Deps, person: Person): Promise<{ piles: Piles } | { turn: MyTurn }> {
  const rows = await rowsFor(deps, person);
  const piles = await pilesOf(deps, person, rows, MANY + 1);
  return piles ? { piles } : { turn: await myTurn(deps, person, 'all', 0, { withNeeds: true, rows }) };
}

/** In memory, whatever waits: what everybody may read of it the index holds; the rest needs thought. Undefined of fewer than `least`, for which a list does as well. */
async function pilesOf(
  deps: Deps,
  person: Person,
  { queues, shown, cut }: WaitingRows,
  least: number,
): Promise<Piles | undefined> {
  const rows = queues.decides ? shown.all.filter(mayBeHandled) : [];
  if (rows.length < least || !deps.searching.isWhole()) return undefined;
  const ids = rows.slice(0, MOST_PILED).map(({ id }) => id);
  const takenOn = takenOnBy(deps, person);
  const [compared, tests] = await Promise.all([
    unlessSlow<ComparedDocuments | undefined>(deps.searching.compare(ids, takenOn), undefined),
    testsIn(deps, takenOn.departments ?? []),
  ]);
  if (!compared) return undefined;
  const { pages, unlike } = pagesOf(ids, compared, `${person.ref}|${todayIn(deps)}`);
  const others = shown.all.length - ids.length;
  return { pages, counts: countsOf(shown), cut, others, unlike, ...(tests && { tests }) };
}

/** What those departments work with that the person decides for; of whoever decides for all, what any does. */
function takenOnBy(deps: Deps, person: Person): SearchFilter {
  const directory = deps.directory();
  const { leads, deputises } = postsOf(person.emails, directory);
  const departments = directory.everyCode([...leads, ...deputises]);
  return { stages: takenOn, ...(departments.length > 0 && { departments }) };
}

function pagesOf(ids: readonly string[], { groups, unlike }: ComparedDocuments, seed: string) {
  const alike = groups.filter(({ documents }) => documents.length > 1);
  const single = groups.filter(({ documents }) => documents.length === 1);
  const placed = new Set(groups.flatMap(({ documents }) => documents.map(({ id }) => id)));
  const leaning = (way: Leaning['way']) => byLeaning(single, way);
  const unclear = single.flatMap(({ documents }) => documents.filter((one) => !wayOf(one.leaning)).map(({ id }) => id));
  const batches = batchesOf([...unclear, ...ids.filter((id) => !placed.has(id))], unlike, seed);
  const pages: PilePages = {
    alike: alike
      .map(({ documents, shared }) => ({ ids: documents.map(({ id }) => id), shared }))
      .sort((one, other) => other.ids.length - one.ids.length),
    direct: inPages(leaning('direct').flat()),
    elsewhere: [...leaning('department'), ...leaning('channel')].flatMap(inPages),
    think: batches.map((batch) => ({ ids: batch, shared: [] })),
  };
  const open = new Set(batches.flat());
  return { pages, unlike: new Set(unlike.filter((id) => open.has(id)).slice(0, batches.length)) };
}

/** What leans the same way, together by where it leads. */
function byLeaning(groups: readonly AlikeDocuments[], way: Leaning['way']): string[][] {
  const found = new Map<string, string[]>();
  for (const { documents } of groups)
    for (const { id, leaning = '' } of documents)
      if (wayOf(leaning) === way) found.set(leaning, [...(found.get(leaning) ?? []), id]);
  return [...found.values()];
}

const inPages = (ids: readonly string[]): PilePage[] =>
  Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, at) => ({
    ids: ids.slice(at * PAGE, (at + 1) * PAGE),
    shared: [],
  }));

/** A page of a pile to choose from; of what has been handled meanwhile, the list's first page. Two round trips, one more for a deputy. */
export async function choosePile(
  deps: Deps,
  person: Person,
  name: PileName,
  page: number,
): Promise<ToChoose | undefined> {
  const waiting = await rowsFor(deps, person);
  // Whoever has begun with a pile goes on with it, however little is left.
  const piles = await pilesOf(deps, person, waiting, 1);
  const shown = piles?.pages[name][page];
  if (!piles || !shown) return undefined;
  const rows = waiting.shown.all.filter(({ id }) => shown.ids.includes(id));
  const { ideas: found, names } = await readRowsOf(deps, rows);
  const roles = await rolesIn(deps, person, found, waiting.queues);
  const ideas = shown.ids.flatMap((id) => found.filter((idea) => idea.id === id && isToDecide(idea, roles)));
  const by = { directory: deps.directory(), doorIn: deps.settings().doorIn };
  const leanings = new Map(
    ideas.flatMap((idea) => {
      const leaning = leaningOf(idea, by);
      return leaning ? [[idea.id, leaning] as const] : [];
    }),
  );
  const pages = piles.pages[name].length;
  const pile = { name, pages, shared: shown.shared, leanings, unlike: piles.unlike };
  return { filter: 'all', page, ideas, names, more: page + 1 < pages, pile };
}
