import { type GroupRole, groupRules } from '../../domain/group/commands.js';
import type { GroupSetting } from '../../domain/group/decide.js';
import { type Group, MOST_IN_SMALL, MOST_MEMBERS, memberOf } from '../../domain/group/group.js';
import { driven } from '../../domain/idea/commands/conditions.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isTakenAway, mayReadWords } from '../../domain/idea/reading/visibility.js';
import { isSmallMunicipality } from '../../domain/organisation/place.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { rolesApart } from '../idea/roles.js';

/** A group as one reader sees it, with its idea. */
export interface GroupView {
  idea: Idea;
  /** Absent: nobody has been asked yet. */
  group?: Group | undefined;
  roles: ReadonlySet<GroupRole>;
  isWorked: boolean;
  /** So many may be in it. */
  mostMembers: number;
  /** Whoever is in it, has been asked or takes a step, by name. */
  names: ReadonlyMap<PersonRef, string>;
  /** Addresses of those who have said yes and of the founder, without the reader's own: to write to them. */
  addresses: readonly string[];
  /** Another department than the idea's that it also concerns, and who leads there: whom to ask first. */
  suggested?: { department: string; leaders: readonly { name: string; email: string }[] } | undefined;
}

/** Whether an idea is one with which people work together now. */
export const isWorkedWith = (idea: Idea): boolean => driven.some((stage) => stage === idea.stage) && !isTakenAway(idea);

/** How many may be in a group here. */
export const mostMembersIn = ({ directory }: Pick<Deps, 'directory'>): number =>
  isSmallMunicipality(directory()) ? MOST_IN_SMALL : MOST_MEMBERS;

/** What somebody is to the group of an idea. One round trip at most. */
export async function groupRoles(
  deps: Deps,
  person: Person,
  idea: Idea,
  group: Group | undefined,
): Promise<Set<GroupRole>> {
  const ofIdea = await rolesApart(deps, person, idea);
  const roles = new Set<GroupRole>();
  const drives = ofIdea.has('driver') && idea.driver?.accepted === true;
  if (ofIdea.has('decider')) roles.add('decider');
  if (drives || ofIdea.has('decider')) roles.add('lead');
  if (mayReadWords({ ref: person.ref, roles: ofIdea }, idea)) roles.add('reader');
  return withPlaceIn(group, person, roles);
}

/** Those roles, with what somebody is in the group as it stands now. */
export function withPlaceIn(group: Group | undefined, person: Person, roles: ReadonlySet<GroupRole>): Set<GroupRole> {
  const now = new Set<GroupRole>([...roles].filter((role) => role !== 'member' && role !== 'asked'));
  for (const ref of heldRefsOf(person)) {
    const member = group && memberOf(group, ref);
    if (member) now.add(member.accepted ? 'member' : 'asked');
  }
  return now;
}

/** The world as a decision on an idea's group sees it. */
export const groupSetting = (deps: Pick<Deps, 'settings' | 'now' | 'directory'>, idea: Idea): GroupSetting => ({
  ...{ now: deps.now(), timeZone: timeZoneOf(deps), calendar: deps.settings().calendar },
  ...{ isWorked: isWorkedWith(idea), mostMembers: mostMembersIn(deps) },
});

/** The group of an idea for those who are in it, lead it or have been asked; undefined for everybody else. Three round trips' time. */
export async function openGroup(deps: Deps, person: Person, idea: string): Promise<GroupView | undefined> {
  const [stored, group] = await Promise.all([deps.ideas.load(idea), deps.groups.ofIdea(idea)]);
  return stored && viewGroup(deps, person, stored.idea, group);
}

/** The same of a group by its own id. Four round trips' time. */
export async function openGroupWith(deps: Deps, person: Person, id: string): Promise<GroupView | undefined> {
  const group = (await deps.groups.load(id))?.group;
  const idea = group && (await deps.ideas.load(group.idea))?.idea;
  return idea && viewGroup(deps, person, idea, group);
}

/** As the reader sees it; undefined where it is not for them. Two round trips' time. */
export async function viewGroup(
  deps: Deps,
  person: Person,
  idea: Idea,
  group: Group | undefined,
): Promise<GroupView | undefined> {
  const roles = await groupRoles(deps, person, idea, group);
  if (!roles.has('reader') || !groupRules.askMember.by.concat(['member', 'asked']).some((role) => roles.has(role)))
    return undefined;
  const refs = group
    ? [...new Set([group.founder, ...group.members.map((one) => one.person), ...group.steps.map(({ taker }) => taker)])]
    : [];
  const people = await deps.people.byRefs(refs);
  const writesTo = refs.filter((ref) => ref === group?.founder || (group && memberOf(group, ref)?.accepted));
  const own = new Set(heldRefsOf(person));
  return {
    ...{ idea, group, roles, isWorked: isWorkedWith(idea), mostMembers: mostMembersIn(deps) },
    names: new Map([...people].map(([ref, { person: one }]) => [ref, one.name])),
    addresses: writesTo.flatMap((ref) => (own.has(ref) ? [] : (people.get(ref)?.person.emails.slice(0, 1) ?? []))),
    suggested: roles.has('lead') ? suggestedFor(deps, idea) : undefined,
  };
}

/** Those who share the problem first, then those whom it also concerns. */
function suggestedFor({ directory }: Pick<Deps, 'directory'>, idea: Idea): GroupView['suggested'] {
  const own = directory().codeNow(idea.department);
  const codes = [...Object.keys(idea.takingPart ?? {}), ...idea.concerns].map(directory().codeNow);
  const department = codes.find((code) => code !== own && directory().department(code) !== undefined);
  return department === undefined
    ? undefined
    : {
        department,
        leaders: directory()
          .leadersOf(department)
          .map(({ name, email }) => ({ name, email })),
      };
}
