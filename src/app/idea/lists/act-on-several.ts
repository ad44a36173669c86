import type { Idea } from '../../../domain/idea/idea.js';
import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { type ActRequest, actOnIdea } from '../act-on-idea.js';

/** So many at the same time, of those that one press decides on. */
const AT_ONCE = 4;

/** Those of several ideas on which something was done, as they are then, and how many it was refused on. */
export interface Tally {
  done: Idea[];
  refused: number;
}

/**
 * Acts on several ideas with one press. Each is judged for itself, on its own turn; what has changed meanwhile is left as it
 * is and counted. A press that is sent again finds each idea's own operation spent, and does nothing twice. `atOnce`: one,
 * where each commit guards the same other record, so that none waits for another's.
 */
export async function actOnSeveral(
  deps: Deps,
  person: Person,
  requests: readonly ActRequest[],
  atOnce = AT_ONCE,
): Promise<Tally> {
  const tally: Tally = { done: [], refused: 0 };
  for (let from = 0; from < requests.length; from += atOnce) {
    const acting = requests.slice(from, from + atOnce).map((request) => actOnIdea(deps, person, request));
    for (const acted of await Promise.all(acting)) {
      if (acted.ok) tally.done.push(acted.view.idea);
      else tally.refused += 1;
    }
  }
  return tally;
}
