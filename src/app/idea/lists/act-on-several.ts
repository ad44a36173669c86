import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { type ActRequest, actOnIdea } from '../act-on-idea.js';

/** So many at the same time, of those that one press decides on. */
const AT_ONCE = 4;

/** How many of several acts were done, and how many were not. */
export interface Tally {
  done: number;
  refused: number;
}

/**
 * Acts on several ideas with one press. Each is judged for itself, on its own turn; what has changed meanwhile is left as it
 * is and counted. A press that is sent again finds each idea's own operation spent, and does nothing twice.
 */
export async function actOnSeveral(deps: Deps, person: Person, requests: readonly ActRequest[]): Promise<Tally> {
  const tally: Tally = { done: 0, refused: 0 };
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    const acting = requests.slice(from, from + AT_ONCE).map((request) => actOnIdea(deps, person, request));
    for (const { ok } of await Promise.all(acting)) tally[ok ? 'done' : 'refused'] += 1;
  }
  return tally;
}
