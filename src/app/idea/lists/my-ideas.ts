import type { Idea } from '../../../domain/idea/idea.js';
import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { PAGE } from './my-turn.js';

export interface MyIdeas {
  ideas: Idea[];
  page: number;
  more: boolean;
}

/** As many of the list's rows show a page, from 0, and whether there is another one. */
export const rowsUpTo = (page: number): number => (page + 1) * PAGE + 1;

/** What somebody has submitted, the newest first, a page at a time. Two round trips. */
export async function myIdeas(deps: Deps, person: Person, page: number): Promise<MyIdeas> {
  const rows = await deps.ideas.mine(person.ref, rowsUpTo(page));
  const ideas = await deps.ideas.loadAll(rows.slice(page * PAGE, (page + 1) * PAGE).map(({ id }) => id));
  return { ideas, page, more: rows.length > (page + 1) * PAGE };
}
