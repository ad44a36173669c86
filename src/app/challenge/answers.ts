import type { Idea } from '../../domain/idea/idea.js';
import type { Deps } from '../deps.js';

/** So many answers are read at a time: a screen of a phone or two. */
const PAGE = 10;

/** The ideas that answer a challenge, a page of them from 0. Two round trips' time. */
export async function answersPage(
  deps: Pick<Deps, 'challenges' | 'ideas'>,
  id: string,
  page: number,
): Promise<{ ideas: Idea[]; more: boolean }> {
  const all = await deps.challenges.answers(id);
  const from = page * PAGE;
  return { ideas: await deps.ideas.loadAll(all.slice(from, from + PAGE)), more: all.length > from + PAGE };
}
