import { type DepartmentHit, searchDepartments } from '../../domain/organisation/department-search.js';
import type { Contact, Department } from '../../domain/organisation/organisation.js';
import type { Person } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import { type Deps, todayIn } from '../deps.js';
import { chainOf, isAway, type PostHolder } from './post-holders.js';

/** Away until a day that they have said, or for a time that nobody has told. */
export interface FoundLeader {
  contact: Contact;
  awayUntil?: Day;
  absent?: true;
}

/** A department's innovation leaders as they stand today. */
export interface DepartmentLeaders {
  department: Department;
  leaders: FoundLeader[];
  /** Those who answer while somebody is away or nobody leads, without who is away as well. */
  deputies: Contact[];
  /** None of those has installed the bot: they get no ideas, which wait for the leaders as if there were no deputy. */
  unreached?: true;
}

export type LeaderSearch =
  | ({ kind: 'one' } & DepartmentLeaders)
  | { kind: 'several'; hits: DepartmentHit[] }
  | { kind: 'none'; query: string; closest: Department[] }
  /** The person's own department was asked for, and is not known yet. */
  | { kind: 'unknownDepartment' };

/** The leaders of a department, with who is away. One round trip. */
export async function leadersIn(deps: Deps, department: Department): Promise<DepartmentLeaders> {
  const today = todayIn(deps);
  const chain = await chainOf(deps, department.code);
  const deputies = chain.deputy.filter((link) => !isAway(link, today));
  const isReached = deputies.some(({ card }) => card?.installed);
  return {
    department,
    leaders: chain.leader.map((link) => foundLeader(link, today)),
    deputies: deputies.map(({ contact }) => contact),
    ...(deputies.length > 0 && !isReached && { unreached: true as const }),
  };
}

function foundLeader(link: PostHolder, today: Day): FoundLeader {
  const { contact, card } = link;
  if (!card || !isAway(link, today)) return { contact };
  const { awayUntil, absent } = card;
  if (awayUntil && awayUntil >= today) return { contact, awayUntil };
  return { contact, ...(absent && { absent }) };
}

/** Finds leaders by what somebody wrote: nothing (their own department), a code, a name, an alias, with typing mistakes. */
export async function findLeaders(deps: Deps, person: Person, query: string): Promise<LeaderSearch> {
  const directory = deps.directory();
  if (!query.trim()) {
    const own = directory.department(person.department ?? '');
    return own ? { kind: 'one', ...(await leadersIn(deps, own)) } : { kind: 'unknownDepartment' };
  }
  const result = searchDepartments(directory, query);
  switch (result.kind) {
    case 'one':
      return { kind: 'one', ...(await leadersIn(deps, result.hit.department)) };
    case 'several':
      return result;
    case 'none':
      return { ...result, query };
  }
}
