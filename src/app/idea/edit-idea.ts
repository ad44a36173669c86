import { denial } from '../../domain/idea/decide.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isKept, isSubmitter } from '../../domain/idea/policy.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Deps } from '../deps.js';

/** An idea whose words one of its submitters may write anew. */
export interface EditableIdea {
  idea: Idea;
  /** As they stand; none where the idea is hidden from somebody who came to it later, who writes it anew. */
  words: Words;
  confidential: boolean;
  /** Why it cannot be changed any more. */
  denied?: Refusal | undefined;
}

/** What a submitter's form of an idea begins with. Refused to who is none of its submitters. One round trip. */
export async function ideaToEdit(
  { ideas }: Pick<Deps, 'ideas'>,
  { ref }: Person,
  id: string,
): Promise<Result<EditableIdea, { code: 'notFound' | 'notAllowed' }>> {
  const stored = await ideas.load(id);
  if (!stored) return refuse({ code: 'notFound' });
  const { idea } = stored;
  if (!isSubmitter(ref, idea)) return refuse({ code: 'notAllowed' });
  const editor = { ref, roles: new Set(['submitter'] as const) };
  return accept({
    idea,
    words: mayReadWords(editor, idea) ? idea.words : {},
    confidential: isKept(ref, idea),
    denied: denial('edit', undefined, idea, { ...editor, leads: [] }),
  });
}
