import type { Idea } from '../domain/idea.js';
import type { Person } from '../domain/person.js';
import { isSubmitter } from '../domain/policy.js';
import type { Deps } from './deps.js';

/** An idea that a written message may be about, and as what. */
export interface Conversation {
  idea: Idea;
  about: 'question' | 'comment';
}

/**
 * What somebody may be answering: questions to them first, then comments that they have not answered. Two round trips,
 * one where there is none.
 */
export async function openConversations(deps: Deps, person: Person): Promise<Conversation[]> {
  const [waiting, talk] = await Promise.all([deps.ideas.waiting(person.ref), deps.ideas.talk(person.ref)]);
  const ids = new Set([...waiting, ...talk].map(({ id }) => id));
  if (ids.size === 0) return [];
  const ideas = await deps.ideas.loadAll([...ids]);
  const asked = ideas.filter((idea) => idea.question !== undefined && isSubmitter(person.ref, idea));
  const talked = ideas.filter(
    (idea) => !asked.includes(idea) && idea.talk !== undefined && idea.talk.by !== person.ref,
  );
  return [
    ...asked.map((idea) => ({ idea, about: 'question' as const })),
    ...talked.map((idea) => ({ idea, about: 'comment' as const })),
  ];
}
