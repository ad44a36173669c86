import { type Board, boardsOf } from '../../domain/archive/board.js';
import { type DecisionPeriod, decisionPeriod, decisionPeriods } from '../../domain/archive/decision-periods.js';
import { registeredParts } from '../../domain/idea/deciding/registered.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { byLanguage } from '../../domain/languages.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import type { Registered } from '../../store/idea/lists/registered.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, todayIn } from '../deps.js';
import { namesFor } from '../idea/people/names.js';

/** A page of what is listed of decisions. */
export const REGISTRY_PAGE = 10;
/** So many of a period are read: no city decides on money more often in a year. */
const MOST_READ = 1000;
/** So many are told whole in a file; the list says when there are more, and which shorter period has them. */
const MOST_TOLD = 150;
const AT_ONCE = 30;

/** Who reads what is to be registered: those who keep the records, and the innovation office. */
export function readsRegistry({ directory }: Pick<Deps, 'directory'>, person: Person): boolean {
  const { office, registrar } = postsHeld(person, directory());
  return office || registrar === true;
}

/** How a period's decisions on money lie between boards. `amount`: what was granted in whole SEK, `hours` in whole hours. */
export interface BoardSum {
  board: Board;
  count: number;
  amount: number;
  hours: number;
}

/** A decision with all that a list of delegated decisions tells of it. */
export interface ToldDecision extends Registered {
  event: IdeaEvent;
  idea: Idea;
}

export interface DelegatedDecisions {
  period: DecisionPeriod;
  /** That can be chosen instead. */
  periods: readonly DecisionPeriod[];
  /** Those with decisions in it. */
  boards: readonly BoardSum[];
  /** The one whose decisions are listed; absent: none has been chosen. */
  board?: Board | undefined;
  /** Of the board, or of all: the earliest first. */
  decisions: readonly ToldDecision[];
  /** Who decided; whoever has left by `deciderKey`. */
  names: ReadonlyMap<PersonRef, string>;
  page: number;
  more: boolean;
  /** There are more than could be told. */
  isCut: boolean;
}

interface DelegatedOf {
  period?: string | undefined;
  /** By the code of one of its departments; absent: all boards. */
  board?: string | undefined;
  /** From 0; absent: as many as a file tells. */
  page?: number | undefined;
}

/**
 * "Delegationsbeslut": a period's decisions on money by those who have them by delegation, by board. Undefined for whoever does
 * not keep the records. One round trip for the boards; for a page or a file of one, some three more for each thirty decisions.
 */
export async function delegatedDecisions(
  deps: Deps,
  person: Person,
  { period: named, board: code, page }: DelegatedOf,
): Promise<DelegatedDecisions | undefined> {
  if (!readsRegistry(deps, person)) return undefined;
  const today = todayIn(deps);
  const periods = decisionPeriods(today);
  const period = decisionPeriod(named, today) ?? periods[0];
  if (!period) return undefined;
  const all = await deps.ideas.registered('money', period.from, period.to, MOST_READ);
  const boards = boardsOf(deps.directory());
  const boardOf = (department: string): Board => {
    const now = deps.directory().codeNow(department);
    // A department that nobody has taken over stands by its code.
    const gone = { code: now, name: byLanguage(() => now), departments: [now] };
    return boards.find(({ departments }) => departments.includes(now)) ?? gone;
  };
  const sums = new Map<string, BoardSum>();
  for (const { department, amount = 0, hours = 0 } of all) {
    const board = boardOf(department);
    const had = sums.get(board.code) ?? { board, count: 0, amount: 0, hours: 0 };
    const next = { count: had.count + 1, amount: had.amount + amount, hours: had.hours + hours };
    sums.set(board.code, { board, ...next });
  }
  const board = code === undefined ? undefined : (sums.get(code)?.board ?? boards.find((one) => one.code === code));
  const own = board ? all.filter(({ department }) => boardOf(department).code === board.code) : all;
  const from = (page ?? 0) * REGISTRY_PAGE;
  const shown = page === undefined ? own.slice(0, MOST_TOLD) : own.slice(from, from + REGISTRY_PAGE);
  // Without a board the card lists the boards alone.
  const decisions = board || page === undefined ? await toldDecisions(deps, shown) : [];
  return {
    ...{ period, periods, board, decisions, page: page ?? 0 },
    boards: inFileOrder(boards, [...sums.values()]),
    names: await namesAt(deps, decisions),
    more: own.length > from + REGISTRY_PAGE,
    isCut: all.length >= MOST_READ || (page === undefined && own.length > shown.length),
  };
}

/** What is listed of decisions on a day. */
export interface DaysDecisions extends Pick<DelegatedDecisions, 'decisions' | 'names'> {
  day: string;
  page: number;
  more: boolean;
}

/** What a day has brought that is to be registered, a page of it; undefined for whoever does not keep the records. Four round trips' time. */
export async function toRegister(
  deps: Deps,
  person: Person,
  { day, page }: { day: string; page: number },
): Promise<DaysDecisions | undefined> {
  if (!readsRegistry(deps, person)) return undefined;
  const found = await Promise.all(registeredParts.map((part) => deps.ideas.registered(part, day, day, MOST_READ)));
  const all = found.flat();
  const from = page * REGISTRY_PAGE;
  const decisions = await toldDecisions(deps, all.slice(from, from + REGISTRY_PAGE));
  const names = await namesAt(deps, decisions);
  return { day, page, decisions, names, more: all.length > from + REGISTRY_PAGE };
}

/** Each with its event and its idea as that stands now; one whose idea is gone is left out. */
async function toldDecisions({ ideas }: Pick<Deps, 'ideas'>, all: readonly Registered[]): Promise<ToldDecision[]> {
  const told: ToldDecision[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const [found, events] = await Promise.all([
      ideas.loadAll([...new Set(some.map(({ id }) => id))]),
      Promise.all(some.map(({ id, seq }) => unlessUnreadable(ideas.event(id, seq)))),
    ]);
    const byId = new Map(found.map((idea) => [idea.id, idea]));
    for (const [at, one] of some.entries()) {
      const [idea, event] = [byId.get(one.id), events[at]];
      if (idea && event) told.push({ ...one, idea, event });
    }
  }
  return told;
}

/** The names of those who decided, of whoever has left by `deciderKey`. */
const namesAt = (
  deps: Pick<Deps, 'people'>,
  decisions: readonly ToldDecision[],
): Promise<ReadonlyMap<PersonRef, string>> =>
  namesFor(
    deps,
    decisions.flatMap(({ event: { by } }) => (by === 'clock' ? [] : [by])),
  );

const inFileOrder = (boards: readonly Board[], sums: readonly BoardSum[]): BoardSum[] => {
  const placeOf = ({ board }: BoardSum) => {
    const at = boards.findIndex(({ code }) => code === board.code);
    return at < 0 ? boards.length : at;
  };
  return sums.toSorted((one, other) => placeOf(one) - placeOf(other));
};
