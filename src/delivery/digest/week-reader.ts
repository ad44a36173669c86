import type { Deps } from '../../app/deps.js';
import { digestFor, type ReadWeek, type ShownOfWeek, weekFor } from '../../app/digest/week.js';
import type { Digest } from '../../domain/digest/digest.js';
import type { Idea } from '../../domain/idea/idea.js';
import { departmentsTold, type OpenIdea, type WeekEvent } from '../../domain/idea/reading/in-week.js';
import type { Person } from '../../domain/person/person.js';
import { millisecondsOf, type Week } from '../../domain/time.js';
import type { Listed } from '../../store/idea/lists/listed.js';

export type WeekReader = ReturnType<typeof createWeekReader>;

/** How long one reading serves: a run of thousands needs few, and what a digest says is never older. */
const KEPT_MS = 10 * 60_000;

/**
 * Digests of a week for many people: what happened, what is open, and each idea and list are read once for all of them. Keeps
 * one week at a time.
 */
export function createWeekReader(deps: Deps) {
  let kept: { week: Week; until: number; reading: Promise<Deps> } | undefined;

  async function read(week: Week): Promise<Deps> {
    const { ideas } = deps;
    const [told, open, waiting] = await Promise.all([ideas.week(week), ideas.open(), ideas.allWaiting()]);
    const once = {
      loadAll: onceEach(ideas.loadAll),
      load: remembered(ideas.load),
      eachOfWeek: toldIn(told),
      eachOpen: openIn(open),
      waiting: queuesOf(waiting),
    };
    return { ...deps, ideas: { ...ideas, ...once } };
  }

  async function withReading<T>(week: Week, ask: (source: Deps) => Promise<T>): Promise<T> {
    const now = millisecondsOf(deps.now());
    if (kept?.week !== week || kept.until < now) kept = { week, until: now + KEPT_MS, reading: read(week) };
    try {
      return await ask(await kept.reading);
    } catch (error) {
      kept = undefined;
      throw error;
    }
  }

  return {
    /** One person's week, with what is shown of it. */
    week: (week: Week, person: Person, shown: ShownOfWeek): Promise<ReadWeek> =>
      withReading(week, (source) => weekFor(source, person, week, shown)),

    /** What it comes to, without opening an idea. */
    digest: (week: Week, person: Person): Promise<Digest> =>
      withReading(week, (source) => digestFor(source, person, week)),

    /** Nobody asks for more of the week that was read: its memory is given back. */
    forget(): void {
      kept = undefined;
    },
  };
}

/** Reads each idea once and remembers it. */
function onceEach(loadAll: (ids: readonly string[]) => Promise<Idea[]>) {
  const one = remembered((id: string) => loadAll([id]));
  return async (ids: readonly string[]): Promise<Idea[]> => (await Promise.all(ids.map(one))).flat();
}

/** Asks once for each key. */
function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const asked = known.get(key) ?? ask(key);
    known.set(key, asked);
    return asked;
  };
}

/** What waits in each queue, from one reading of all; a name that ends in a full stop stands for all that begin so. */
function queuesOf(all: Awaited<ReturnType<Deps['ideas']['allWaiting']>>) {
  const queues = new Map<string, Listed[]>();
  for (const { queue, ...row } of all) addTo(queues, queue, row);
  return async (name: string): Promise<Listed[]> =>
    name.endsWith('.')
      ? [...queues].flatMap(([queue, rows]) => (queue.startsWith(name) ? rows : []))
      : (queues.get(name) ?? []);
}

/** What a department's week tells, from one reading of the whole municipality's. */
function toldIn(all: readonly WeekEvent[]): Deps['ideas']['eachOfWeek'] {
  const byDepartment = new Map<string, WeekEvent[]>();
  for (const told of all) for (const code of departmentsTold(told)) addTo(byDepartment, code, told);
  return async (_, department, take) =>
    (department === undefined ? all : (byDepartment.get(department) ?? [])).forEach(take);
}

/** The same of what is open. */
function openIn(all: readonly OpenIdea[]): Deps['ideas']['eachOpen'] {
  const byDepartment = new Map<string, OpenIdea[]>();
  for (const idea of all) addTo(byDepartment, idea.department, idea);
  return async (department, take) =>
    (department === undefined ? all : (byDepartment.get(department) ?? [])).forEach(take);
}

function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
