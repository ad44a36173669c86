import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import type { Deps, FoundBeside } from '../deps.js';

/**
 * What a room after the idea's looks up about an idea, for what it puts on the idea's card. The room names it, so only it can
 * ask for what was found; the floor lists all that is looked up (app/beside-idea.ts), and the idea's room knows none of it.
 */
export interface Beside<T> {
  /** For one reader of one idea; undefined where there is nothing to say. One round trip's time at most, and nothing is written. */
  readonly lookUp: (deps: Deps, person: Person, idea: Idea) => Promise<T | undefined>;
}

/** Looks all of it up at the same time. */
export const lookUpsBeside =
  (all: readonly Beside<unknown>[]): Deps['lookUpBeside'] =>
  async (deps, person, idea) =>
    new Map(await Promise.all(all.map(async (one) => [one, await one.lookUp(deps, person, idea)] as const)));

/** What was found of one of them; undefined too on a card for which nothing was looked up. */
export const foundOf = <T>(found: FoundBeside | undefined, one: Beside<T>): T | undefined =>
  // By its own name only what it gave itself can stand there.
  found?.get(one) as T | undefined;
