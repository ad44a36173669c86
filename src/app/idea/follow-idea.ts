import type { Idea } from '../../domain/idea/idea.js';
import { mayNotDecide } from '../../domain/idea/policy.js';
import type { Person } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';

/** From now on the person hears of what happens to the idea, or no more. False where there is no such idea. */
export async function followIdea(deps: Deps, person: Person, id: string, follow: boolean): Promise<boolean> {
  if (!(await deps.ideas.load(id))) return false;
  await (follow ? deps.follows.add(id, person.ref) : deps.follows.remove(id, person.ref));
  return true;
}

/** Whoever writes about an idea hears of the answer: they follow it from now on, unless its news reach them anyway. */
export async function followIfUntold(deps: Deps, { ref }: Person, idea: Idea): Promise<void> {
  const { leader, driver, owner } = idea;
  const told =
    (mayNotDecide(ref, idea) && !idea.former?.includes(ref)) || [leader, driver?.person, owner?.person].includes(ref);
  if (!told) await deps.follows.add(idea.id, ref);
}
