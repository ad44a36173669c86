import { deciderKey } from '../../../domain/idea/deciding/decider.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { mayName, type Role } from '../../../domain/idea/policy.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';

/** Of those who have come with other ideas so many are named; the others are told by their number. */
export const MOST_NAMED = 10;

/** So many names are read for a card, whatever has happened to its idea; whoever comes after them is told of by role or by number. */
export const MOST_NAMES = 40;
/** Of so many of the newest events those whom they name come before all who have the idea together. */
const NEWEST = 10;

/** Whom an idea waits for or names for a task, the one who sent it, and who has said something last. */
const tasksIn = ({
  submitter,
  leader,
  driver,
  doer,
  owner,
  successor,
  contact,
  question,
  talk,
  replied,
}: Idea): (PersonRef | undefined)[] => [
  submitter,
  leader,
  ...[driver, doer, owner, successor].map((who) => who?.person),
  contact,
  question?.by,
  talk?.by,
  replied?.to.by,
];

const othersIn = ({
  coSubmitters,
  joined = [],
  askedColleagues = [],
  checkedBy = {},
  opinions = [],
}: Idea): PersonRef[] => [
  ...Object.values(checkedBy),
  ...opinions.map(({ person }) => person),
  ...askedColleagues.map(({ person }) => person),
  ...coSubmitters,
  ...joined.slice(0, MOST_NAMED),
];

/** Everybody whom an event names: who did it, and whom it was about. */
function namedIn({ by, data }: IdeaEvent): PersonRef[] {
  const { driver, doer, owner, leader, person, submitters, people } = data as Partial<
    Record<'driver' | 'doer' | 'owner' | 'leader' | 'person', PersonRef> & Record<'submitters' | 'people', PersonRef[]>
  >;
  const several = [...(submitters ?? []).slice(0, MOST_NAMED), ...(people ?? [])];
  return [by, driver, doer, owner, leader, person, ...several].filter((ref) => ref !== undefined);
}

/** Names of those whom an idea and its events mention, `MOST_NAMES` at most; of somebody who has left, for their decisions only (`deciderKey`). One round trip's time. */
export async function namesIn(
  { people }: Pick<Deps, 'people'>,
  idea: Idea,
  events: readonly IdeaEvent[] = [],
): Promise<ReadonlyMap<PersonRef, string>> {
  const newest = events.toReversed();
  const all = [
    ...tasksIn(idea),
    ...newest.slice(0, NEWEST).flatMap(namedIn),
    ...othersIn(idea),
    ...newest.slice(NEWEST).flatMap(namedIn),
  ];
  const refs = [...new Set(all.flatMap((ref) => (ref === undefined || ref === 'clock' ? [] : [ref])))];
  return namesFor({ people }, refs.slice(0, MOST_NAMES));
}

/** Names by reference; of whoever has left by `deciderKey`, for it stands at their decisions alone. One round trip's time. */
export async function namesFor(
  { people }: Pick<Deps, 'people'>,
  refs: readonly PersonRef[],
): Promise<ReadonlyMap<PersonRef, string>> {
  const found = await people.namesOf(refs);
  return new Map([...found].map(([ref, { name, left }]) => [left ? deciderKey(ref) : ref, name]));
}

/** The names that a reader may see: without those of submitters who asked for it. */
export const shownTo = (
  reader: { ref: PersonRef; roles: ReadonlySet<Role> },
  idea: Idea,
  names: ReadonlyMap<PersonRef, string>,
): ReadonlyMap<PersonRef, string> => new Map([...names].filter(([ref]) => mayName(reader, ref, idea)));
