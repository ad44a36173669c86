import type { Deps } from '../../app/deps.js';
import { readWeek, weekFor } from '../../app/digest/week.js';
import type { Digest } from '../../domain/digest/digest.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { millisecondsOf, type Week } from '../../domain/time.js';
import type { Listed } from '../../store/idea/listed.js';

export type WeekReader = ReturnType<typeof createWeekReader>;

/** How long one reading serves: a run of thousands needs few, and what a digest says is never older. */
const KEPT_MS = 10 * 60_000;

/**
 * Digests of a week for many people: the week's log, each idea and each list are read once for all of them. Keeps one
 * week at a time.
 */
export function createWeekReader(deps: Deps) {
  let kept: { week: Week; until: number; reading: ReturnType<typeof read> } | undefined;

  async function read(week: Week) {
    const { ideas } = deps;
    const [log, waiting] = await Promise.all([readWeek(deps, week), ideas.allWaiting()]);
    const once = {
      loadAll: onceEach(ideas.loadAll),
      open: remembered(ideas.open),
      waiting: queuesOf(waiting),
    };
    return log && { log, deps: { ...deps, ideas: { ...ideas, ...once } } };
  }

  return {
    /** One person's digest; undefined where there is no such week. */
    async digest(week: Week, person: Person): Promise<Digest | undefined> {
      const now = millisecondsOf(deps.now());
      if (kept?.week !== week || kept.until < now) kept = { week, until: now + KEPT_MS, reading: read(week) };
      const { reading } = kept;
      try {
        const source = await reading;
        return source && (await weekFor(source.deps, person, source.log));
      } catch (error) {
        kept = undefined;
        throw error;
      }
    },

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
  for (const { queue, ...row } of all) queues.set(queue, [...(queues.get(queue) ?? []), row]);
  return async (name: string): Promise<Listed[]> =>
    name.endsWith('.')
      ? [...queues].flatMap(([queue, rows]) => (queue.startsWith(name) ? rows : []))
      : (queues.get(name) ?? []);
}
