import type { Deps } from '../app/deps.js';
import { readWeek, weekFor } from '../app/week.js';
import type { Digest } from '../domain/digest.js';
import type { Idea } from '../domain/idea.js';
import type { Person } from '../domain/person.js';
import { millisecondsOf, type Week } from '../domain/time.js';

export type WeekReader = ReturnType<typeof createWeekReader>;

/** How long one reading serves: a run of thousands needs few, and what a digest says is never older. */
const KEPT_MS = 10 * 60_000;

/**
 * Digests of a week for many people: the week's log and each idea are read once for all of them. Keeps one week at a time.
 */
export function createWeekReader(deps: Deps) {
  let kept: { week: Week; until: number; reading: ReturnType<typeof read> } | undefined;

  async function read(week: Week) {
    const log = await readWeek(deps, week);
    return log && { log, deps: { ...deps, ideas: { ...deps.ideas, loadAll: onceEach(deps.ideas.loadAll) } } };
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
  const known = new Map<string, Promise<Idea[]>>();
  return async (ids: readonly string[]): Promise<Idea[]> => {
    const found = ids.map((id) => {
      const earlier = known.get(id);
      if (earlier) return earlier;
      const reading = loadAll([id]);
      known.set(id, reading);
      return reading;
    });
    return (await Promise.all(found)).flat();
  };
}
