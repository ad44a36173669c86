import type { Idea, IdeaEvent } from '../domain/idea.js';
import type { Person, PersonRef } from '../domain/person.js';
import { mayName, type Role } from '../domain/policy.js';
import { rolesNow } from './act-on-idea.js';
import type { Deps } from './deps.js';
import { picturesOf } from './keep-picture.js';

/** An idea as somebody may see it, with all that its card needs. */
export interface IdeaPage {
  idea: Idea;
  roles: ReadonlySet<Role>;
  names: ReadonlyMap<PersonRef, string>;
  history: IdeaEvent[];
  /** The reader follows it. */
  follows: boolean;
  /** Where its pictures can be seen. */
  pictures: readonly string[];
}

/** One idea with its history; undefined where there is none. Two round trips, one more for a deputy of its department. */
export async function openIdea(deps: Deps, person: Person, id: string): Promise<IdeaPage | undefined> {
  const [stored, history] = await Promise.all([deps.ideas.load(id), deps.ideas.history(id)]);
  if (!stored) return undefined;
  const { idea } = stored;
  const [roles, names, follows, pictures] = await Promise.all([
    rolesNow(deps, person, idea),
    namesIn(deps, idea, history),
    deps.follows.follows(id, person.ref),
    picturesOf(deps, idea),
  ]);
  return { idea, roles, names: shownTo({ ref: person.ref, roles }, idea, names), history, follows, pictures };
}

/** Everybody whom an idea names as it stands. */
const peopleOf = (idea: Idea): PersonRef[] =>
  [
    idea.submitter,
    ...idea.coSubmitters,
    idea.leader,
    idea.driver?.person,
    idea.doer?.person,
    idea.owner?.person,
    idea.question?.by,
    idea.talk?.by,
  ].filter((ref) => ref !== undefined);

/** Everybody whom an event names: who did it, and whom it was about. */
function namedIn({ by, data }: IdeaEvent): PersonRef[] {
  const { driver, doer, owner, person, submitters } = data as Partial<
    Record<'driver' | 'doer' | 'owner' | 'person', PersonRef> & { submitters: PersonRef[] }
  >;
  return [by, driver, doer, owner, person, ...(submitters ?? [])].filter((ref) => ref !== undefined);
}

/** Names of all whom an idea and its events mention. One round trip's time. */
export async function namesIn(
  { people }: Pick<Deps, 'people'>,
  idea: Idea,
  events: readonly IdeaEvent[] = [],
): Promise<ReadonlyMap<PersonRef, string>> {
  const refs = [...peopleOf(idea), ...events.flatMap(namedIn)].filter((ref) => ref !== 'clock' && ref !== undefined);
  const found = await people.byRefs(refs);
  return new Map([...found].map(([ref, { person }]) => [ref, person.name]));
}

/** The names that a reader may see: without those of submitters who asked for it. */
export const shownTo = (
  reader: { ref: PersonRef; roles: ReadonlySet<Role> },
  idea: Idea,
  names: ReadonlyMap<PersonRef, string>,
): ReadonlyMap<PersonRef, string> => new Map([...names].filter(([ref]) => mayName(reader, ref, idea)));
