import type { Deps } from '../../app/deps.js';
import { digestFor, type ReadWeek, type ShownOfWeek, weekFor } from '../../app/digest/week.js';
import type { Digest } from '../../domain/digest/digest.js';
import { isMonth, type Period, weeksOf } from '../../domain/digest/period.js';
import type { Idea } from '../../domain/idea/idea.js';
import { departmentsTold, type OpenIdea, type WeekEvent } from '../../domain/idea/reading/in-week.js';
import type { Person } from '../../domain/person/person.js';
import { millisecondsOf, type Week } from '../../domain/time.js';
import type { Listed } from '../../store/idea/lists/listed.js';

export type WeekReader = ReturnType<typeof createWeekReader>;

/** How long one reading serves: a run of thousands needs few, and what a digest says is never older. */
const KEPT_MS = 10 * 60_000;

/**
 * Digests for many people: what happened, what is open, and each idea and list are read once for all of them. Keeps one week at
 * a time, and one month.
 */
export function createWeekReader(deps: Deps) {
  let kept = new Map<Period, { until: number; reading: Promise<Deps> }>();

  async function read(period: Period): Promise<Deps> {
    const { ideas } = deps;
    const [told, open, waiting] = await Promise.all([
      Promise.all(weeksOf(period).map(async (week) => [week, toldIn(await ideas.week(week))] as const)),
      ideas.open(),
      ideas.allWaiting(),
    ]);
    const counted = remembered(() => deps.figureState.read());
    const once = {
      loadAll: onceEach(ideas.loadAll),
      load: remembered(ideas.load),
      eachOfWeek: eachOf(new Map(told)),
      eachOpen: openIn(open),
      waiting: queuesOf(waiting),
    };
    const { figures, figureState, helpRequests } = deps;
    const thanked = remembered((key: string) => {
      const [week = '', department = ''] = key.split('|');
      return helpRequests.thankedIn(week, department);
    });
    const sums = remembered((key: string) => {
      const [counting = '', first = '', last = '', ...codes] = key.split('|');
      return figures.sums(counting, first, last, codes);
    });
    return {
      ...deps,
      ideas: { ...ideas, ...once },
      figures: {
        ...figures,
        sums: (counting, first, last, codes = []) => sums([counting, first, last, ...codes].join('|')),
      },
      figureState: { ...figureState, read: () => counted('') },
      helpRequests: { ...helpRequests, thankedIn: (week, department) => thanked(`${week}|${department}`) },
    };
  }

  async function withReading<T>(period: Period, ask: (source: Deps) => Promise<T>): Promise<T> {
    const now = millisecondsOf(deps.now());
    const before = kept.get(period);
    const present = before && before.until >= now ? before : { until: now + KEPT_MS, reading: read(period) };
    // The other one that the same run tells of, and no more.
    const [other] = [...kept].filter(([name]) => name !== period && isMonth(name) !== isMonth(period));
    kept = new Map([...(other ? [other] : []), [period, present]]);
    try {
      return await ask(await present.reading);
    } catch (error) {
      kept = new Map();
      throw error;
    }
  }

  return {
    /** One person's week or month, with what is shown of it. */
    week: (period: Period, person: Person, shown: ShownOfWeek): Promise<ReadWeek> =>
      withReading(period, (source) => weekFor(source, person, period, shown)),

    /** What it comes to, without opening an idea. */
    digest: (week: Week, person: Person): Promise<Digest> =>
      withReading(week, (source) => digestFor(source, person, week)),

    /** Nobody asks for more of the week that was read: its memory is given back. */
    forget(): void {
      kept = new Map();
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

/** What several weeks tell. */
const eachOf =
  (weeks: ReadonlyMap<Week, Deps['ideas']['eachOfWeek']>): Deps['ideas']['eachOfWeek'] =>
  async (week, department, take) =>
    weeks.get(week)?.(week, department, take);

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
