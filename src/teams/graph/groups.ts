import type { GroupRead, GroupSource } from '../../app/organisation/groups/group-source.js';
import type { GroupMember } from '../../domain/organisation/sources/group-posts.js';
import { type GraphUser, membersPage } from './answers.js';
import { type Graph, GraphAnswered, getFrom } from './requests.js';

/** No group has as many pages. */
const MOST_PAGES = 20_000;

/** A group's members who are users, also through groups within it, with these fields of each. */
export async function groupMembers(
  graph: Graph,
  group: string,
  fields: readonly string[],
  signal?: AbortSignal,
): Promise<GraphUser[]> {
  const members: GraphUser[] = [];
  const select = fields.join(',');
  let next: string | undefined =
    `/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user?$select=${select}&$top=999`;
  for (let pages = 0; next !== undefined; pages++) {
    if (pages >= MOST_PAGES) throw new Error('Graph gives members of a group without end');
    const page: Awaited<ReturnType<typeof membersPage.parseAsync>> = await getFrom(graph, next, membersPage, signal);
    members.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return members;
}

const FIELDS = ['id', 'displayName', 'mail', 'userPrincipalName', 'userType'];

/**
 * The members of groups that say who has a post. Somebody whose account is closed stays: they are away, which the users say, and
 * nothing is taken from them. A group that is not there is told of, and costs no other.
 */
export const graphGroups = (graph: Graph): GroupSource => ({
  async open(hidden, signal) {
    const hiddenMembers = hidden ? await groupMembers(graph, hidden, ['id'], signal) : [];
    const isHidden = new Set(hiddenMembers.map(({ id }) => id));
    return async (group): Promise<GroupRead> => {
      try {
        const seen = (await groupMembers(graph, group, FIELDS, signal)).filter(({ id }) => !isHidden.has(id));
        const people = new Map(seen.flatMap(memberOf).map((one) => [one.email, one]));
        return {
          ok: true,
          people: [...people.values()].sort((one, other) => (one.email < other.email ? -1 : 1)),
          leftOut: seen.filter((one) => memberOf(one).length === 0).length,
        };
      } catch (error) {
        if (error instanceof GraphAnswered && error.status === 404) return { ok: false, why: 'there is no such group' };
        throw error;
      }
    };
  },
});

function memberOf({ displayName, mail, userPrincipalName, userType }: GraphUser): GroupMember[] {
  const email = (mail || userPrincipalName)?.trim().toLowerCase();
  const name = displayName?.trim();
  return email && name && userType?.toLowerCase() !== 'guest' ? [{ name, email }] : [];
}
