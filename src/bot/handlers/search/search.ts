import { newsFromOthers } from '../../../app/search/news-from-others.js';
import { searchIdeas } from '../../../app/search/search-ideas.js';
import { askableFor } from '../../../app/search/whom-to-ask.js';
import { foundIdeas } from '../../../cards/search/found-ideas.js';
import type { VerbData } from '../../../cards/verbs.js';
import { mayEnterFor } from '../../../domain/existing/may-enter.js';
import { type Answer, here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "Nytt från andra": what somebody meets who looks for nothing in particular. */
export async function newsOfOthers({ deps, person, context }: Turn): Promise<Answer> {
  const { ideas: news, building } = await newsFromOthers(deps, person);
  const nothing = { sought: { query: '', tab: 'all', page: 0 }, ideas: [], total: 0, more: false, building } as const;
  const asked = await askableFor(deps, person, news);
  return here(foundIdeas(context, nothing, person.ref, { news, asked }));
}

/** Ideas with the words that somebody writes. A field that says something else than the page that it stands on asks anew. */
export async function search(
  { deps, person, context }: Turn,
  { query = '', asked, tab = 'all', department: written, goal: chosen, page }: VerbData<'search'>,
): Promise<Answer> {
  const isSame = asked === undefined || asked === query;
  // What names no department restricts nothing: its field asks which one is meant.
  const department = written && context.directory.department(written) ? written : undefined;
  // A goal that the municipality has no more restricts nothing either.
  const goal = context.settings.goals.find(({ code }) => code === chosen)?.code;
  const found = await searchIdeas(deps, { query, tab, department, goal, page: isSame ? page : 0 });
  const known = await askableFor(deps, person, found.ideas);
  const mayEnter = mayEnterFor(person, deps.directory()).length > 0;
  return here(foundIdeas(context, found, person.ref, { written, mayEnter, asked: known }));
}
