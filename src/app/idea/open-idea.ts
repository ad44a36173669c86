import { deciderKey } from '../../domain/idea/deciding/decider.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { mayName, type Role, rolesOn } from '../../domain/idea/policy.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';
import { rolesNow } from './act-on-idea.js';
import { picturesOf } from './pictures/keep-picture.js';
import { type Beside, besideOf } from './proposed-merge.js';

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
  /** The idea that it is proposed to become a part of, for those who decide on either. */
  beside?: Beside;
  /** Other ideas of the department that it may be the same as, the newest first; only where they were asked for. */
  targets: readonly Idea[];
}

/**
 * One idea with its history; undefined where there is none. Two round trips, one more for a deputy of its department, and
 * two for those who decide on a proposal that is open; one more `withTargets`.
 */
export async function openIdea(
  deps: Deps,
  person: Person,
  id: string,
  { withTargets = false }: { withTargets?: boolean } = {},
): Promise<IdeaPage | undefined> {
  const [stored, history] = await Promise.all([deps.ideas.load(id), deps.ideas.history(id)]);
  if (!stored) return undefined;
  const { idea } = stored;
  const found = rolesNow(deps, person, idea);
  const [roles, names, follows, pictures, targets] = await Promise.all([
    found,
    namesIn(deps, idea, history),
    deps.follows.follows(id, person.ref),
    found.then((known) => picturesOf(deps, idea, { ref: person.ref, roles: known })),
    withTargets ? mergeTargets(deps, person, idea) : [],
  ]);
  const beside = await besideOf(deps, person, idea, roles);
  const shown = shownTo({ ref: person.ref, roles }, idea, names);
  return { idea, roles, names: shown, history, follows, pictures, targets, ...(beside && { beside }) };
}

/** So many titles fit into a list on a card. */
const MOST_TARGETS = 40;

/** The department's open ideas that an idea may become a part of, the newest first: those that this person may read. Two round trips' time. */
async function mergeTargets({ ideas, directory }: Deps, person: Person, { id, department }: Idea): Promise<Idea[]> {
  const { leads, deputises, office } = postsOf(person.emails, directory);
  if (!office && ![...leads, ...deputises].includes(department)) return [];
  const rows = await ideas.newestOpen(department, MOST_TARGETS + 1);
  const found = await ideas.loadAll(rows.map((row) => row.id).filter((other) => other !== id));
  const mayRead = (idea: Idea) =>
    mayReadWords({ ref: person.ref, roles: rolesOn(person, idea, directory, false) }, idea);
  return found.filter(mayRead).slice(0, MOST_TARGETS);
}

/** Of those who have come with other ideas so many are named; the others are told by their number. */
export const MOST_NAMED = 10;

/** Everybody whom an idea names as it stands. */
const peopleOf = (idea: Idea): PersonRef[] =>
  [
    idea.submitter,
    ...idea.coSubmitters,
    ...(idea.joined ?? []).slice(0, MOST_NAMED),
    ...(idea.askedColleagues ?? []).map(({ person }) => person),
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
  return [by, driver, doer, owner, person, ...(submitters ?? []).slice(0, MOST_NAMED)].filter(
    (ref) => ref !== undefined,
  );
}

/** Names of all whom an idea and its events mention; of somebody who has left, for their decisions only (`deciderKey`). One round trip's time. */
export async function namesIn(
  { people }: Pick<Deps, 'people'>,
  idea: Idea,
  events: readonly IdeaEvent[] = [],
): Promise<ReadonlyMap<PersonRef, string>> {
  const refs = [...peopleOf(idea), ...events.flatMap(namedIn)].filter((ref) => ref !== 'clock' && ref !== undefined);
  const found = await people.namesOf(refs);
  return new Map([...found].map(([ref, { name, left }]) => [left ? deciderKey(ref) : ref, name]));
}

/** The names that a reader may see: without those of submitters who asked for it. */
export const shownTo = (
  reader: { ref: PersonRef; roles: ReadonlySet<Role> },
  idea: Idea,
  names: ReadonlyMap<PersonRef, string>,
): ReadonlyMap<PersonRef, string> => new Map([...names].filter(([ref]) => mayName(reader, ref, idea)));
