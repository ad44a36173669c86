import { isDeepStrictEqual } from 'node:util';
import { rowsUpTo } from '../../app/idea/lists/my-ideas.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { IdeaStore } from '../../store/idea/ideas.js';

/** What a turn begins by reading: an idea, perhaps with all that happened to it, or a page of what the person has submitted. */
export type ReadAhead = { id: string; history: boolean } | { mine: number };

/**
 * The ideas as a turn sees them, with what it is about asked for at once, while it is found out who writes: `me` is who
 * they were when they last wrote. Only the first reading is answered so: a turn that reads again wants to know what has
 * changed.
 */
export function readAhead(ideas: IdeaStore, about: ReadAhead | undefined, me?: PersonRef): IdeaStore {
  if (!about) return ideas;
  if ('id' in about) {
    const { id, history } = about;
    return { ...ideas, load: begun(ideas.load, id), ...(history && { history: begun(ideas.history, id) }) };
  }
  return me === undefined ? ideas : { ...ideas, mine: begun(ideas.mine, me, rowsUpTo(about.mine)) };
}

function begun<What extends unknown[], T>(read: (...what: What) => Promise<T>, ...about: What) {
  let first: Promise<T> | undefined = read(...about);
  // A turn that ends before it needs this must not leave a rejection behind that nobody hears.
  first.catch(() => undefined);
  return (...what: What): Promise<T> => {
    const found = isDeepStrictEqual(what, about) ? first : undefined;
    first = undefined;
    return found ?? read(...what);
  };
}
