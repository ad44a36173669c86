import type { Idea } from '../domain/idea.js';
import type { Person } from '../domain/person.js';
import type { Deps } from './deps.js';

/** Ideas about which somebody has been asked something that they have not answered, the most urgent first. Two round trips, one where nothing waits. */
export async function openQuestionsTo(deps: Deps, person: Person): Promise<Idea[]> {
  const waiting = await deps.ideas.waiting(person.ref);
  if (waiting.length === 0) return [];
  const ideas = await deps.ideas.loadAll(waiting.map(({ id }) => id));
  return ideas.filter((idea) => idea.question !== undefined && idea.submitter === person.ref);
}
