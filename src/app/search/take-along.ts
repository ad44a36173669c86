import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import { myIdeas } from '../idea/lists/my-ideas.js';
import { documentOf } from './document.js';
import { findIdeas, fits, type SearchTab } from './search-ideas.js';

/** What somebody looks for from a chat; without words: what they most likely want to show there, their own. */
export interface LooksFor {
  words: string;
  tab: SearchTab;
  /** From 0. */
  skip: number;
  /** At most so many. */
  count: number;
}

export interface Takeable {
  /** As they stand now, and everybody may read them. */
  ideas: readonly Idea[];
  /** Not all ideas can be found yet: the bot has just started. */
  building: boolean;
}

/** The ideas that somebody may take into a chat, where others read them. One round trip's time with words, two without. */
export async function takeableIdeas(deps: Deps, person: Person, wanted: LooksFor): Promise<Takeable> {
  const { words, tab, skip, count } = wanted;
  if (words !== '') return findIdeas(deps, { query: words, tab }, { offset: skip, limit: count });
  if (skip > 0) return { ideas: [], building: false };
  const { ideas } = await myIdeas(deps, person, 0);
  return { ideas: ideas.filter((idea) => fits(idea, { tab })).slice(0, count), building: false };
}

/** An idea by its id, to be taken into a chat; undefined where there is none that everybody may read. One round trip. */
export async function takeableIdea({ ideas }: Pick<Deps, 'ideas'>, id: string): Promise<Idea | undefined> {
  const stored = await ideas.load(id);
  return stored && documentOf(stored.idea) ? stored.idea : undefined;
}
