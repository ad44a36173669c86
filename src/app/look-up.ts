import type { Refusal } from '../domain/idea/decide.js';
import type { Idea } from '../domain/idea/idea.js';
import type { Person } from '../domain/person/person.js';
import type { Result } from '../domain/result.js';
import type { AsRead } from '../store/commit.js';
import type { Deps } from './deps.js';

/** With what something is looked up, and what is known then. */
export interface LookUp<Asks, Knows> {
  asks: Asks;
  knows: Knows;
}

/** What was found. `unchanged`: on what that rests, and what must still be as it was read when the command is saved. */
export type LookUpResult<K> = Result<K, Refusal> & { unchanged?: AsRead };

/**
 * How something that a command on an idea asks is found. Called as the idea begins to be read, so that what can be is read
 * beside it; what it gives is called with the idea, and refuses the command where nothing is found. Writes nothing.
 */
export type Find<L extends LookUp<unknown, unknown>> = (
  deps: Deps,
  person: Person,
  asked: L['asks'],
) => (idea: Idea) => Promise<LookUpResult<L['knows']>>;
