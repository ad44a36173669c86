import type { StaffPage } from '../../app/person/staff/look.js';
import { SourceLost, SourceRefused, type StaffReading, type StaffSource } from '../../app/person/staff/staff-source.js';
import type { GraphSource } from '../../domain/organisation/sources/sources-schema.js';
import type { StaffEntry } from '../../domain/organisation/sources/staff.js';
import { type Instant, millisecondsOf } from '../../domain/time.js';
import { ADDRESS_FIELDS, addressesOf, type GraphUser, usersPage } from './answers.js';
import { groupMembers } from './groups.js';
import { type Graph, getFrom } from './requests.js';

/** All is looked at anew after so many days, whatever has changed: who has left the group of the protected stands in no change. */
const WHOLE_AFTER_DAYS = 7;
/** No directory has as many pages. */
const MOST_PAGES = 20_000;

/**
 * The municipality's people as Microsoft Entra has them, by Microsoft Graph's delta query: all at the first look, and once a
 * week; else what has changed. Of each only the fields that are used are asked for. A closed account is somebody who is away;
 * guests are nobody's staff. `settings`: as the organisation file has them now; undefined: it does not name Graph.
 */
export const graphUsers = (
  graph: Graph,
  settings: () => GraphSource | undefined,
  now: () => Instant,
  broken?: AbortSignal,
): StaffSource => ({
  name: 'graph',
  tenant: graph.tenant,
  async read({ next, wholeAt }, stopping = broken) {
    const source = settings();
    if (!source)
      throw new SourceRefused(['The organisation file does not name Graph: add "sources": {"graph": {}} to it.']);
    const members = await membersOf(graph, source.protectedGroup, stopping);
    const hidden: HiddenPeople = {
      ids: new Set(members.map(({ id }) => id)),
      addresses: members.flatMap(addressesOf),
    };
    const days = wholeAt ? (millisecondsOf(now()) - millisecondsOf(wholeAt)) / 86_400_000 : WHOLE_AFTER_DAYS;
    const from = next && days < WHOLE_AFTER_DAYS ? next : undefined;
    const begin = (address: string) => getFrom(graph, address, usersPage, stopping);
    try {
      return readingOf(graph, source, hidden, from === undefined, await begin(from ?? everybody(source)), stopping);
    } catch (error) {
      if (!(error instanceof SourceLost) || !from) throw error;
      return readingOf(graph, source, hidden, true, await begin(everybody(source)), stopping);
    }
  },
});

/** Those whose personal data are protected, as a group says. */
interface HiddenPeople {
  ids: ReadonlySet<string>;
  addresses: readonly string[];
}

type UsersPage = Awaited<ReturnType<typeof usersPage.parseAsync>>;

/** The first page of all; `$select` says that nothing else is to be sent. */
function everybody({ department, unit }: GraphSource): string {
  const fields = ['id', department, ...(unit ? [unit] : []), 'accountEnabled', 'userType'];
  return `/v1.0/users/delta?$select=${fields.join(',')}`;
}

function readingOf(
  graph: Graph,
  source: GraphSource,
  hidden: HiddenPeople,
  whole: boolean,
  first: UsersPage,
  signal: AbortSignal | undefined,
): StaffReading {
  let deltaLink: string | undefined;
  async function* pages(): AsyncGenerator<StaffPage> {
    // Who has come into the group stands in no change of their own.
    yield { entries: [...hidden.ids].map((who) => ({ who, protected: true })), gone: [] };
    const seen = new Set<string>();
    for (let page = first; ; ) {
      yield pageOf(page.value, source, hidden.ids);
      const { '@odata.nextLink': next, '@odata.deltaLink': delta } = page;
      if (!next) {
        if (!delta) throw new Error('Graph ended its answer without saying where the next one begins');
        deltaLink = delta;
        return;
      }
      if (seen.has(next) || seen.size >= MOST_PAGES) throw new Error('Graph gives the same page again and again');
      seen.add(next);
      page = await getFrom(graph, next, usersPage, signal);
    }
  }
  return { whole, pages: pages(), next: () => deltaLink, faults: [], protectedAddresses: hidden.addresses };
}

function pageOf(users: readonly GraphUser[], source: GraphSource, hidden: ReadonlySet<string>): StaffPage {
  const entries: StaffEntry[] = [];
  const gone: string[] = [];
  for (const user of users) {
    if (user['@removed'] || user.userType?.toLowerCase() === 'guest') gone.push(user.id);
    else entries.push(entryOf(user, source, hidden));
  }
  return { entries, gone };
}

function entryOf(user: GraphUser, { department, unit }: GraphSource, hidden: ReadonlySet<string>): StaffEntry {
  const { id: who, accountEnabled } = user;
  if (hidden.has(who)) return { who, protected: true };
  return {
    who,
    ...(user[department] && { department: user[department] }),
    ...(unit && user[unit] && { unit: user[unit] }),
    ...(accountEnabled === false && { away: true as const }),
  };
}

/** A group's members, by id and by address; none without a group. */
const membersOf = async (graph: Graph, group: string | undefined, signal?: AbortSignal): Promise<GraphUser[]> =>
  group ? groupMembers(graph, group, ['id', ...ADDRESS_FIELDS], signal) : [];
