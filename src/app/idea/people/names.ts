import { deciderKey } from '../../../domain/idea/deciding/decider.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { mayName, type Role } from '../../../domain/idea/policy.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';

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
    idea.replied?.to.by,
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
