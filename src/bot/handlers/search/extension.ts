import { type SearchTab, searchTabs } from '../../../app/search/search-ideas.js';
import { takeableIdea, takeableIdeas } from '../../../app/search/take-along.js';
import type { CardContext } from '../../../cards/card-context.js';
import { takenIdea, takenIdeaInList } from '../../../cards/search/taken-idea.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { tidy } from '../../../domain/language/tidy.js';
import type { ExtensionResult, InvokeAnswer } from '../../chat.js';
import type { IncomingOf } from '../../incoming.js';
import type { ExtensionTurn } from '../../turns/extension-turns.js';

/** Ideas that somebody looks for from another chat; those of their own when they have only opened the search. */
export async function found(
  { deps, person, context, linkTo }: ExtensionTurn,
  { query }: IncomingOf<'extensionQuery'>,
): Promise<InvokeAnswer> {
  const { t } = context;
  const words = tidy(query.words);
  const tab = tabOf(query.command);
  const { ideas, building } = await takeableIdeas(deps, person, { ...query, words, tab });
  if (ideas.length > 0 || query.skip > 0) {
    return { results: ideas.map((idea) => resultOf(context, idea, linkTo)) };
  }
  if (words === '') return { text: t('extension.how') };
  return { text: t(building ? 'search.building' : 'extension.none') };
}

/** Each command of the manifest is one of the lists that `sök` has; a client that names none means all. */
const tabOf = (command: string | undefined): SearchTab => searchTabs.find((tab) => tab === command) ?? 'all';

/** One idea: chosen in that list, or unfolded where a link to it was pasted. */
export async function chosen(
  { deps, context, linkTo }: ExtensionTurn,
  { id }: IncomingOf<'extensionItem'>,
): Promise<InvokeAnswer> {
  const idea = id === undefined ? undefined : await takeableIdea(deps, id);
  return idea ? { results: [resultOf(context, idea, linkTo)] } : { text: context.t('extension.notThere') };
}

const resultOf = (context: CardContext, idea: Idea, linkTo: ExtensionTurn['linkTo']): ExtensionResult => ({
  ...takenIdeaInList(context, idea),
  card: takenIdea(context, idea, linkTo(idea.id)).card,
});
