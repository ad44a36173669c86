import { driven } from '../../domain/idea/commands/conditions.js';
import type { Idea } from '../../domain/idea/idea.js';
import { hadIt, mayAnswer, type Role, rolesOn } from '../../domain/idea/policy.js';
import { otherRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';
import { aLeaderIsAway, chainOf } from '../person/post-holders.js';

export interface KnownPerson {
  ref: PersonRef;
  /** References that are theirs too, or may be. */
  others: readonly PersonRef[];
  emails: readonly string[];
  marks: readonly string[];
}

/** A person as `rolesOn` knows them on these ideas. Their marks are made only where one of them holds any. */
export async function knownOn(deps: Pick<Deps, 'marks'>, person: Person, ideas: readonly Idea[]): Promise<KnownPerson> {
  const { ref, emails } = person;
  const marks = ideas.some(({ formerMarks }) => formerMarks?.length) ? await deps.marks.of(person) : [];
  return { ref, others: otherRefsOf(person), emails, marks };
}

/**
 * What a person is to an idea now. A round trip only for somebody who is a deputy of its department, or who may decide on
 * the idea that it is proposed to become a part of; and one of an idea that is explored, planned or tested, for who works with it together.
 */
export async function rolesNow(deps: Deps, person: Person, idea: Idea): Promise<ReadonlySet<Role>> {
  const answering = answersMerge(deps, person, idea);
  const roles = await ownRoles(deps, person, idea);
  const [answers, together] = await Promise.all([
    answering,
    // Whoever decides or leads the work may do all that, and is not looked up.
    !roles.has('decider') && !roles.has('driver') && worksTogether(deps, person, idea),
  ]);
  return withRoles(roles, answers && 'answerer', together && 'member');
}

/** The same without whether they work with it together with others: for who knows that, or asks for nothing that comes of it. */
export async function rolesApart(deps: Deps, person: Person, idea: Idea): Promise<ReadonlySet<Role>> {
  const [roles, answers] = await Promise.all([ownRoles(deps, person, idea), answersMerge(deps, person, idea)]);
  return withRoles(roles, answers && 'answerer');
}

const withRoles = (roles: ReadonlySet<Role>, ...more: (Role | false)[]): ReadonlySet<Role> =>
  more.some(Boolean) ? new Set<Role>([...roles, ...more.filter((one) => one !== false)]) : roles;

/** Whether they work with the idea together with others, while it is explored, planned or tested. */
const worksTogether = async (
  { groups }: Pick<Deps, 'groups'>,
  { ref }: Person,
  { id, stage }: Idea,
): Promise<boolean> => driven.some((one) => one === stage) && groups.hasMember(id, ref);

/** Whether they answer the idea's open proposal, judged on the other idea as it is stored now. */
async function answersMerge(deps: Deps, person: Person, from: Idea): Promise<boolean> {
  const { proposal } = from;
  const directory = deps.directory();
  const { leads, deputises, office } = postsOf(person.emails, directory);
  if (!proposal || !(office || [...leads, ...deputises].includes(directory.codeNow(proposal.department)))) return false;
  const into = await deps.ideas.load(proposal.into);
  if (into?.idea.decisionVersion !== proposal.intoVersion) return false;
  const { ref, others, marks } = await knownOn(deps, person, [from]);
  const there = await ownRoles(deps, person, into.idea);
  return !hadIt(marks, from) && [ref, ...others].every((one) => mayAnswer(one, from, into.idea, there));
}

async function ownRoles(deps: Deps, person: Person, idea: Idea): Promise<ReadonlySet<Role>> {
  const directory = deps.directory();
  const deputises = postsOf(person.emails, directory).deputises.includes(directory.codeNow(idea.department));
  const cover = deputises && aLeaderIsAway(await chainOf(deps, idea.department), todayIn(deps));
  return rolesWith(deps, person, idea, cover);
}

/** What a person is to an idea; `cover`: a deputy of its department acts as its leader. */
export async function rolesWith(
  deps: Pick<Deps, 'marks' | 'directory'>,
  person: Person,
  idea: Idea,
  cover: boolean,
): Promise<ReadonlySet<Role>> {
  return rolesOn(await knownOn(deps, person, [idea]), idea, deps.directory(), cover);
}

/** Roles seldom change by what one does; a department's do when the idea was passed on. */
export const rolesAfter = (deps: Deps, person: KnownPerson, after: Idea, before: Idea, roles: ReadonlySet<Role>) => {
  const own = rolesOn(person, after, deps.directory(), roles.has('decider') && after.department === before.department);
  return after.proposal && roles.has('answerer') ? new Set<Role>([...own, 'answerer']) : own;
};
