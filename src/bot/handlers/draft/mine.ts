import { draftsOf } from '../../../app/draft/kept-draft.js';
import { myIdeas } from '../../../app/idea/lists/my-ideas.js';
import { myIdeas as myIdeasCard } from '../../../cards/idea/lists/my-ideas.js';
import type { VerbData } from '../../../cards/verbs.js';
import { isSendable } from '../../../domain/draft/draft.js';
import { type Answer, here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** A page of their ideas; before the first one what they have written and not sent in. */
export const mine = async ({ deps, person, context }: Turn, { page }: VerbData<'mine'>): Promise<Answer> => {
  const [ideas, drafts] = await Promise.all([myIdeas(deps, person, page), page === 0 ? draftsOf(deps, person) : []]);
  const unsent = drafts.filter(isSendable).map(({ name, words }) => ({ name, title: words.title ?? '' }));
  return here(myIdeasCard(context, ideas, person.ref, unsent));
};
