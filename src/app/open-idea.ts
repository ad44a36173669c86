import type { Idea, IdeaEvent } from '../domain/idea.js';
import type { Person, PersonRef } from '../domain/person.js';
import { maySeeSubmitter, type Role } from '../domain/policy.js';
import { rolesNow } from './act-on-idea.js';
import type { Deps } from './deps.js';

/** An idea as somebody may see it, with all that its card needs. */
export interface IdeaPage {
  idea: Idea;
  roles: ReadonlySet<Role>;
  names: ReadonlyMap<PersonRef, string>;
  history: IdeaEvent[];
}

/** One idea with its history; undefined where there is none. Two round trips, one more for a deputy of its department. */
export async function openIdea(deps: Deps, person: Person, id: string): Promise<IdeaPage | undefined> {
  const [stored, history] = await Promise.all([deps.ideas.load(id), deps.ideas.history(id)]);
  if (!stored) return undefined;
  const { idea } = stored;
  const [roles, names] = await Promise.all([rolesNow(deps, person, idea), namesIn(deps, idea, history)]);
  return { idea, roles, names: shownTo(roles, idea, names), history };
}

/** Names of all whom an idea and its events mention. One round trip's time. */
export async function namesIn(
  { people }: Pick<Deps, 'people'>,
  idea: Idea,
  events: readonly IdeaEvent[] = [],
): Promise<ReadonlyMap<PersonRef, string>> {
  const refs = [idea.submitter, idea.leader, idea.driver, idea.doer?.person, idea.question?.by];
  const mentioned = [...refs, ...events.map(({ by }) => by)].filter((ref) => ref !== undefined && ref !== 'clock');
  const found = await people.byRefs(mentioned as PersonRef[]);
  return new Map([...found].map(([ref, { person }]) => [ref, person.name]));
}

/** The names that a reader may see: without the submitter's, where they asked for it. */
export function shownTo(
  roles: ReadonlySet<Role>,
  idea: Idea,
  names: ReadonlyMap<PersonRef, string>,
): ReadonlyMap<PersonRef, string> {
  if (maySeeSubmitter(roles, idea)) return names;
  return new Map([...names].filter(([ref]) => ref !== idea.submitter));
}
