import type { MethodHelp } from '../../../domain/method/method-use.js';
import type { Person } from '../../../domain/person/person.js';
import { type Deps, todayIn } from '../../deps.js';
import { rolesNow } from '../roles.js';
import { worksWith } from './open-method.js';

/** That an idea has used a method; `helped`: and whether that helped. */
export interface MethodUsed {
  idea: string;
  method: string;
  helped?: MethodHelp | undefined;
}

/** `notFound`: there is no such idea or method any more; `notYours`: they do not work with the idea. */
export type UsedMethod = 'counted' | 'notFound' | 'notYours';

/**
 * "Vi har använt den", and "Hjälpte den?": counted once for an idea and a method, whoever of those who work with it says so.
 * Six round trips' time at most.
 */
export async function useMethod(
  deps: Deps,
  person: Person,
  { idea: id, method, helped }: MethodUsed,
): Promise<UsedMethod> {
  const idea = (await deps.ideas.load(id))?.idea;
  if (!idea || !deps.settings().methods.some((one) => one.id === method)) return 'notFound';
  if (!worksWith(idea, await rolesNow(deps, person, idea))) return 'notYours';
  const today = todayIn(deps);
  await deps.methodUses.add(id, method, today);
  if (helped) await deps.methodUses.addHelp(id, method, today, helped);
  return 'counted';
}
