import type { Idea } from '../domain/idea.js';
import type { Person } from '../domain/person.js';
import { isSubmitter } from '../domain/policy.js';
import { workerOf } from '../domain/silence.js';
import { limits } from '../domain/words.js';
import type { Deps } from './deps.js';

/** An idea that a written message may be about, and as what. */
export interface Conversation {
  idea: Idea;
  about: 'question' | 'comment' | 'progress';
}

/**
 * What somebody may be answering with these words: questions to them first, then how their work goes, where they have been
 * asked for a line and it is one, then comments that they have not answered. Two round trips, one where there is none.
 */
export async function openConversations(deps: Deps, person: Person, text = ''): Promise<Conversation[]> {
  const [waiting, talk] = await Promise.all([deps.ideas.waiting(person.ref), deps.ideas.talk(person.ref)]);
  const ids = new Set([...waiting, ...talk].map(({ id }) => id));
  if (ids.size === 0) return [];
  const ideas = await deps.ideas.loadAll([...ids]);
  const asked = ideas.filter((idea) => idea.question !== undefined && isSubmitter(person.ref, idea));
  const isLine = text.length <= limits.progress;
  const working = ideas.filter((idea) => isLine && idea.quiet?.asked && workerOf(idea)?.person === person.ref);
  const talked = ideas.filter(
    (idea) => !asked.includes(idea) && idea.talk !== undefined && idea.talk.by !== person.ref,
  );
  return [
    ...asked.map((idea) => ({ idea, about: 'question' as const })),
    ...working.map((idea) => ({ idea, about: 'progress' as const })),
    ...talked.filter((idea) => !working.includes(idea)).map((idea) => ({ idea, about: 'comment' as const })),
  ];
}
