import { isDeepStrictEqual } from 'node:util';
import { rowsUpTo } from '../../app/idea/lists/my-ideas.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import { EVENTS_A_PAGE } from '../../store/idea/history.js';
import type { IdeaStore } from '../../store/idea/ideas.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
import type { BeginsReading } from './turn-plan.js';

/** What a turn about ideas begins by reading: one of them, perhaps with the newest that happened to it, or a page of what the person has submitted. */
export type ReadAhead = ({ id: string; history: boolean } & RecordPlace) | { mine: number };

/**
 * The ideas as a turn sees them, with what it is about asked for at once, while it is found out who writes: `me` is who
 * they were when they last wrote. Only the first reading is answered so: a turn that reads again wants to know what has
 * changed.
 */
export function readAhead(ideas: IdeaStore, about: ReadAhead | undefined, me?: PersonRef): IdeaStore {
  if (!about) return ideas;
  if ('id' in about) {
    const { id, history, below, before } = about;
    const part: RecordRange = { below, before, limit: EVENTS_A_PAGE };
    const newest = history && begun(ideas.newest, id, part);
    return { ...ideas, load: begun(ideas.load, id), ...(newest && { newest }) };
  }
  return me === undefined ? ideas : { ...ideas, mine: begun(ideas.mine, me, rowsUpTo(about.mine)) };
}

/** The same as a turn's plan takes it. */
export const readIdeaAhead =
  (about: ReadAhead): BeginsReading =>
  (deps, me) => ({ ...deps, ideas: readAhead(deps.ideas, about, me) });

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
