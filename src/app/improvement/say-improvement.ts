import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Improvement } from '../../domain/improvement/improvement.js';
import type { Person } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import { rolesNow } from '../idea/roles.js';
import { isAskedOf } from './improvement-of-idea.js';

/** `again`: they had answered before, and that counts. */
export type SaidImprovement = 'counted' | 'again' | 'notAsked' | 'notFound';

/**
 * "Har det blivit bättre?", answered once: counted for the idea and for the challenge that it answers, and nobody learns who said what.
 * Five round trips' time, however many answer.
 */
export async function sayImprovement(
  deps: Deps,
  person: Person,
  id: string,
  improvement: Improvement,
): Promise<SaidImprovement> {
  const { ideas, improvements } = deps;
  const idea = (await ideas.load(id))?.idea;
  if (!idea) return 'notFound';
  const reader = { ref: person.ref, roles: await rolesNow(deps, person, idea) };
  if (!mayReadWords(reader, idea)) return 'notFound';
  const { challenge: also, improvement: { until } = {} } = idea;
  if (until === undefined || !(await isAskedOf(deps, person, idea))) return 'notAsked';
  const isNew = await improvements.add({ id, also, until }, person.ref, improvement);
  return isNew ? 'counted' : 'again';
}
